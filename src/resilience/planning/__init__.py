"""From place to plan: the six steps of a group, put together into a pack.

What a group answered stands in a link (`walk`), what is on record in plain facts (`from_records`). Each step
says what it has to say in the same few forms (`blocks`), and `pack` sets them on four pages. All but
`from_records` runs in the reader's browser too: standard library and rooms that run there.
"""
