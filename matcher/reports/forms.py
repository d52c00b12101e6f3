"""What coordinators fill in to tell what was done."""

from matcher.web.forms import Form, TextField
from matcher.web.words import _l

LENGTH = 600


class YouSaidForm(Form):
    said = TextField(_l("You said"), length=LENGTH)
    did = TextField(_l("We did"), length=LENGTH)
