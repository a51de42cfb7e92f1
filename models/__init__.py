"""Training, export and evaluation of the networks that the page runs. See README.md in this folder."""
