"""The REST API: the same actions, gates and forms as the pages, for programs. Refusals are problem details.

*Token*: a program's key to a person's rights, or to a part of them. *Resource*: a kind of paper of the register under its
plural; every action entered there has its address and its place in the reference without a line here.
"""
