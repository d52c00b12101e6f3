"""Why columns about how it goes are kept, and who may see them."""

from matcher.foundation.columns import Audience, Keep, about

ANSWERS = about(Audience.COORDINATOR, "notices in time when a pairing needs help", Keep.PAIRING)
CONCERN = about(Audience.SAFEGUARDING, "lets somebody ask for help in confidence", Keep.PAIRING)
BETWEEN = about(Audience.PAIR, "lets two people learn from each other's advice", Keep.PAIRING)
AWAY = about(Audience.COORDINATOR, "lets a stand-in hear what cannot wait", Keep.PROGRAMME)
