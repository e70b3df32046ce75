"""Taps and keystrokes on a phone four times slower than this machine, with the server stopped."""
