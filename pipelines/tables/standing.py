"""What an event's row counts as, for all who count: conditions of SQL on rows of `agreements`.

An event is anything told: a plan or a campaign too. An agreement is one that was signed or runs.
"""

# A plan is no agreement, nor is a campaign that tells people of the programmes; where a story does
# not say what runs, it tells of none.
AGREED = "(status = 'signed' OR status = 'ongoing' AND instrument <> 'socialization')"
# What was signed and neither renews an older one nor adds to it.
NEW = "(status = 'signed' AND NOT renewal AND instrument IS NOT 'addendum')"
