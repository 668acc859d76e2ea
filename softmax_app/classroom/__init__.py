"""A question of the course put to a whole class: rooms, their phases, votes and what they show.

Pure rules: ``phases.py``, ``rules.py`` (what can be asked and guessed), ``rooms.py``, ``tally.py``.
Rooms are kept behind one interface (``store.py``), in memory or in Redis.
"""
