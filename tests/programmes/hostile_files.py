"""Two hundred files that nobody would send in good faith, made when they are needed."""

import random
import zipfile
from collections.abc import Iterator
from io import BytesIO

from openpyxl import Workbook

SEED = 35
MEBIBYTE = 1024 * 1024
HEADINGS = "name,email,side,topics,languages\n"
ROW = "Yara Amrani,yara@example.org,mentee,job-search,nl\n"
NAMES = [
    *("../../etc/passwd.csv", "..\\..\\boot.ini.xlsx", "/etc/cron.d/x.csv", "a\x00.csv.xlsx"),
    *("con.csv", "nul.xlsx", "x" * 300 + ".csv", ".csv", "..csv", "people.csv/", "a.csv;b.xlsx"),
    *("\u202egpj.csv", "😀.csv", "%2e%2e%2fx.csv", "a\r\nSet-Cookie: b=c.csv", "people.CSV "),
    *("file:///etc/passwd.csv", "http://evil.example/x.csv", "$(id).csv", "';drop table.csv"),
]
File = tuple[str, bytes]


def packed(parts: dict[str, bytes], *, level: int = 9) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def workbook(rows: list[list[str]]) -> bytes:
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def honest() -> bytes:
    return workbook([HEADINGS.strip().split(","), ROW.strip().split(",")])


def with_part(name: str, content: bytes) -> bytes:
    """Return an honest workbook with one of its parts replaced."""
    with zipfile.ZipFile(BytesIO(honest())) as archive:
        parts = {each: archive.read(each) for each in archive.namelist()}
    return packed(parts | {name: content})


def bombs() -> Iterator[File]:
    """Archives that unpack to far more than they are."""
    for number in range(20):
        part = ("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/media/a.bin")[number % 3]
        out = BytesIO()
        with (
            zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
            archive.open(part, "w") as entry,
        ):
            for _ in range((number + 1) * 8):
                entry.write(bytes(MEBIBYTE))
        yield f"bomb-{number}.xlsx", out.getvalue()


def nested() -> Iterator[File]:
    inner = packed({"a": bytes(4 * MEBIBYTE)})
    for number in range(20):
        inner = packed({f"{number}-{copy}.zip": inner for copy in range(2)})[: 2 * MEBIBYTE]
        yield f"nested-{number}.xlsx", inner


def crowded() -> Iterator[File]:
    """Archives with very many, doubled or odd entries, and directories that lie."""
    for number in range(10):
        parts = {f"xl/worksheets/sheet{each}.xml": b"<a/>" for each in range(100 * (number + 1))}
        yield f"crowded-{number}.xlsx", packed(parts)
    for number in range(10):
        odd = with_part(f"{'../' * number}xl/workbook.xml", b"<workbook/>")
        lying = odd.replace((5).to_bytes(4, "little"), (1 << 30).to_bytes(4, "little"))
        yield f"lying-{number}.xlsx", lying


def broken() -> Iterator[File]:
    whole, chance = honest(), random.Random(SEED)  # noqa: S311  # the same files each time
    for number in range(25):
        yield f"cut-{number}.xlsx", whole[: len(whole) * number // 25]
    for number in range(20):
        content = bytearray(whole)
        for _ in range(1 + number * 5):
            content[chance.randrange(len(content))] = chance.randrange(256)
        yield f"flipped-{number}.xlsx", bytes(content)


def entities() -> Iterator[File]:
    """XML that refers to files and addresses, or grows when it is read."""
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha" * 50}">' for n in range(9))
    heads = [
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
        '<!DOCTYPE a [<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]><a>&x;</a>',
        f"<!DOCTYPE a [{laughs}]><a>&l8;</a>",
        '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd"> %x;]><a/>',
        "<a>" * 20_000 + "</a>" * 20_000,
    ]
    parts = (
        "xl/workbook.xml",
        "xl/sharedStrings.xml",
        "xl/worksheets/sheet1.xml",
        "[Content_Types].xml",
    )
    for number, head in enumerate(heads):
        for part in parts:
            yield f"xml-{number}.xlsx", with_part(part, f'<?xml version="1.0"?>{head}'.encode())


def huge() -> Iterator[File]:
    """Cells, lines and tables that are far too large, but below what is taken at all."""
    for number in (0, 1, 3, 7, 12, 18):  # the last one nearly as large as a file may be
        cell = "x" * (number + 1) * (MEBIBYTE // 2)
        yield f"cell-{number}.csv", f"{HEADINGS}{cell},b,c\n".encode()
    for number in range(5):
        line = ",".join(["x"] * (number + 1) * 20_000)
        yield f"wide-{number}.csv", f"{line}\n{line}\n".encode()
    for number in range(5):
        yield f"long-{number}.csv", (HEADINGS + ",,,,\n" * (number + 1) * 8_000).encode()


def far() -> Iterator[File]:
    """A cell in the last corner that a sheet can have."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    last = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    for number in range(3):
        seen = f'<dimension ref="A1:XFD{1048576 - number}"/><sheetData>{last}</sheetData>'
        sheet = f'<worksheet xmlns="{main}">{seen}</worksheet>'
        yield f"far-{number}.xlsx", with_part("xl/worksheets/sheet1.xml", sheet.encode())


def odd_text() -> Iterator[File]:
    """Text that is none, in encodings that are not said."""
    plain = HEADINGS + ROW + "Zoë Ünal,zoe@example.org,mentor,job-search,nl\n"
    for encoding in (
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "utf-32",
        "cp500",
        "utf-7",
        "latin-1",
        "cp037",
    ):
        yield f"{encoding}.csv", plain.encode(encoding)
    odd = [
        b"\x00" * 5000,
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\xff" * 5000,
        b'"' * 50_001,
        b'"' + b"a\n" * 50_000,
        plain.encode().replace(b",", b"\x00"),
        plain.encode().replace(b"\n", b"\r"),
        b"\n" * 100_000,
        plain.encode()[:-3] + b"\xc3",
        b"," * 100_000,
        b"\xed\xa0\x80,b\n",
        b"name,name,name\na,b,c\n",
        b"=cmd|'/c calc'!A1,b\n" * 100,
        b"\x1b[2J,\x07\n" * 100,
        b"\xf0\x9f\x98\x80" * 20_000,
    ]
    for number, content in enumerate(odd):
        yield f"odd-{number}.csv", content


def disguised() -> Iterator[File]:
    """One thing that says it is another."""
    for number, content in enumerate(
        [honest(), b"%PDF-1.7", b"\x89PNG\r\n", b"\x7fELF" + bytes(4000), b"MZ" + bytes(4000)]
    ):
        yield f"disguised-{number}.csv", content
        yield f"disguised-{number}.xlsx", content if number else HEADINGS.encode()
    yield "old.xlsx", b"\xd0\xcf\x11\xe0" + bytes(4000)
    yield "page.xlsx", b"<html><table><tr><td>name</td></tr></table></html>"
    yield "macro.xlsm", honest()
    yield "nothing.csv", b""
    yield "spaces.xlsx", b"   \n "
    yield "no-ending", ROW.encode()


def odd_names() -> Iterator[File]:
    for number, name in enumerate(NAMES):
        yield name, honest() if number % 2 else (HEADINGS + ROW).encode()


GROUPS = (bombs, nested, crowded, broken, entities, huge, far, odd_text, disguised, odd_names)
