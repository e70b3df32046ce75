"""The site over HTTP: pages that are only read, live answers, and errors."""
