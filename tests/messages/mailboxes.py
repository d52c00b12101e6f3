"""A small mailbox that speaks as much IMAP (RFC 3501) as reading it takes."""

import re
import socketserver
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass
class Mailbox:
    letters: Sequence[bytes]
    seen: set[int] = field(default_factory=set)


@contextmanager
def a_mailbox(letters: Sequence[bytes]) -> Iterator[tuple[str, Mailbox]]:
    """Run a mailbox with these letters; its password is `right`."""
    mailbox = Mailbox(letters)

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            self.wfile.write(b"* OK ready\r\n")
            for line in self.rfile:
                tag, _, asked = line.decode().strip().partition(" ")
                for said in answers(mailbox, asked):
                    self.wfile.write(said)
                good = b"NO" if asked.startswith("LOGIN") and "right" not in asked else b"OK"
                self.wfile.write(tag.encode() + b" " + good + b" done\r\n")
                if asked.startswith("LOGOUT"):
                    return

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"imap://me:right@127.0.0.1:{server.server_address[1]}/INBOX", mailbox
        server.shutdown()


def answers(mailbox: Mailbox, asked: str) -> Iterator[bytes]:
    word = asked.upper()
    number = int(found[1]) if (found := re.match(r"UID \w+ (\d+)", word)) else 0
    if word.startswith("CAPABILITY"):
        yield b"* CAPABILITY IMAP4rev1\r\n"
    elif word.startswith("SELECT"):
        yield b"* %d EXISTS\r\n" % len(mailbox.letters)
    elif word.startswith("UID SEARCH"):
        unseen = (n for n in range(1, len(mailbox.letters) + 1) if n not in mailbox.seen)
        yield b"* SEARCH " + b" ".join(b"%d" % n for n in unseen) + b"\r\n"
    elif word.startswith("UID FETCH"):
        letter = mailbox.letters[number - 1]
        head = b"* %d FETCH (UID %d BODY[]<0> {%d}\r\n" % (number, number, len(letter))
        yield head + letter + b")\r\n"
    elif word.startswith("UID STORE"):
        mailbox.seen.add(number)
