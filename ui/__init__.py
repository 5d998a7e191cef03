"""Where people talk to it: the studio, the terminal chat and the command line."""
