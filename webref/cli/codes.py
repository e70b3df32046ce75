"""What a command returns to the shell."""

OK, WRONG, STOPPED, DRIFTED = 0, 1, 2, 3
