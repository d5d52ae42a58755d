"""Issue forms, and what becomes of one that somebody filled in.

A form is a list of questions (`forms/`), each with the field of a record that its answer fills.
GitHub shows the form (`issue_form`) and sends the answers as text (`body`).
What they say goes into a draft (`made/`), and that is tried on a copy of the evidence first (`take`).
All that a sender wrote is data: never markup, never a command, never the name of a file as it stands.
"""
