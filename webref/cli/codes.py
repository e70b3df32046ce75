"""What a command returns to the shell."""

OK, WRONG, STOPPED, DRIFTED = 0, 1, 2, 3
INTERRUPTED = 130  # as a shell counts a command that Ctrl-C ended
