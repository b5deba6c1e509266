"""What the law says: facts in, findings out.

Nothing here opens a file, a socket, a database or a clock. The day is always an argument.
"""
