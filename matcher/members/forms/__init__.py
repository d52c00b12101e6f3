"""What people fill in about their account."""

from matcher.members.forms.account import (
    AboutMeForm,
    AccountForms,
    ChangeEmailForm,
    ChangePasswordForm,
    blank_forms,
    zone_options,
    zones,
)
from matcher.members.forms.doors import (
    AddPasskeyForm,
    AppCodeForm,
    AskLinkForm,
    AskResetForm,
    BackForm,
    CodeForm,
    MailedProofForm,
    NewPasswordForm,
    PasskeyForm,
    PasskeyNameForm,
    PressForm,
    ProveForm,
    SignInForm,
)
from matcher.members.forms.helping import (
    EndSignInsForm,
    ResetSecondStepForm,
)
from matcher.members.forms.passwords import (
    KnownPasswordField,
    NewPasswordField,
)

__all__ = [
    "AboutMeForm",
    "AccountForms",
    "AddPasskeyForm",
    "AppCodeForm",
    "AskLinkForm",
    "AskResetForm",
    "BackForm",
    "ChangeEmailForm",
    "ChangePasswordForm",
    "CodeForm",
    "EndSignInsForm",
    "KnownPasswordField",
    "MailedProofForm",
    "NewPasswordField",
    "NewPasswordForm",
    "PasskeyForm",
    "PasskeyNameForm",
    "PressForm",
    "ProveForm",
    "ResetSecondStepForm",
    "SignInForm",
    "blank_forms",
    "zone_options",
    "zones",
]
