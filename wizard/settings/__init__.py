"""What the user set: a file with settings, what was chosen in the app, and the environment."""
