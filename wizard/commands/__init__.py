"""The verbs of the command line, one module each; `wizard/cli.py` reads the words and hands over."""
