"""What is written about a question that somebody asks before deciding."""

from matcher.foundation.words import N_, sentence
from matcher.messages.letters import Letter
from matcher.proposals.models import Question
from matcher.proposals.services.letters import names, to_the_page, why


def reply_letter(question: Question) -> Letter:
    """What somebody asked about the other, with the coordinator's reply."""
    proposal = question.proposal
    me, partner = names(proposal, question.side)
    return Letter(
        subject=sentence(N_("An answer to your question")),
        name=me.name,
        paragraphs=(
            sentence(N_("You asked about %(name)s:"), name=partner.name),
            question.words or "",
            sentence(N_("The answer:")),
            question.reply or "",
        ),
        why=why(proposal),
        button=to_the_page(proposal, N_("Back to %(name)s"), partner),
    )


def passed_on_letter(question: Question) -> Letter:
    """The same question and reply for the other side, when a coordinator passes it on."""
    proposal = question.proposal
    me, partner = names(proposal, question.side.other)
    return Letter(
        subject=sentence(N_("A question from %(name)s"), name=partner.name),
        name=me.name,
        paragraphs=(
            sentence(N_("%(name)s would like to know before deciding:"), name=partner.name),
            question.words or "",
            sentence(N_("This is what your coordinator answered:")),
            question.reply or "",
        ),
        why=why(proposal),
        button=to_the_page(proposal, N_("Read about %(name)s"), partner),
    )
