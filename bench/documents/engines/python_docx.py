"""As run-engine.mjs, for python-docx, which builds a document of paragraphs and tables."""

import io
import json
import resource
import sys
import time

started_at = time.perf_counter()

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

imported_at = time.perf_counter()

ALIGN = {
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "left": WD_ALIGN_PARAGRAPH.LEFT,
}
TIMED_SECONDS = 3
LEAST = 3


def write_text(paragraph, text):
    paragraph.alignment = ALIGN[text["align"]]
    look = paragraph.paragraph_format
    look.space_before = Pt(text["before"])
    look.space_after = Pt(0)
    look.first_line_indent = Pt(text["indent"])
    for run in text["runs"]:
        written = paragraph.add_run(run["text"])
        written.bold = run["bold"]
        written.italic = run["italic"]
        written.font.size = Pt(text["size"])


def write_columns(document, block):
    table = document.add_table(rows=1, cols=len(block["columns"]))
    for cell, column in zip(table.rows[0].cells, block["columns"]):
        cell.width = Pt(column["width"])
        for at, text in enumerate(column["texts"]):
            write_text(cell.paragraphs[0] if at == 0 else cell.add_paragraph(), text)


def write_table(document, block):
    rows = block["head"] + block["body"]
    table = document.add_table(rows=len(rows), cols=len(block["widths"]))
    table.style = "Table Grid"
    cells = table._cells  # table.cell() would look through the whole table each time
    width = len(block["widths"])
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            write_text(cells[at * width + column].paragraphs[0], text)
    for row in table.rows[: len(block["head"])]:
        row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def write_number(section):
    section.different_first_page_header_footer = True
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = ALIGN["center"]
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)


def draw(paper):
    document = Document()
    document.core_properties.title = paper["title"]
    document.styles["Normal"].font.name = "Times New Roman"
    page, section = paper["page"], document.sections[0]
    section.page_width, section.page_height = Pt(page["width"]), Pt(page["height"])
    section.top_margin, section.bottom_margin = Pt(page["top"]), Pt(page["bottom"])
    section.left_margin, section.right_margin = Pt(page["left"]), Pt(page["right"])
    write_number(section)
    for block in paper["blocks"]:
        if block["kind"] == "text":
            write_text(document.add_paragraph(), block)
        elif block["kind"] == "columns":
            write_columns(document, block)
        else:
            write_table(document, block)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


with open(sys.argv[1], encoding="utf-8") as source:
    input_text = source.read()


def paper_of(nth):
    return json.loads(input_text.replace("@@", str(nth)))["plain"]


first_paper = paper_of(0)
first_from = time.perf_counter()
first = draw(first_paper)
first_ms = (imported_at - started_at + time.perf_counter() - first_from) * 1000
with open(sys.argv[2], "wb") as out:
    out.write(first)
times = []
cpu_ms = 0
warm_from = time.perf_counter()
while len(times) < LEAST or time.perf_counter() - warm_from < TIMED_SECONDS:
    paper = paper_of(len(times) + 1)
    cpu_from = time.process_time()
    started = time.perf_counter()
    draw(paper)
    times.append((time.perf_counter() - started) * 1000)
    cpu_ms += (time.process_time() - cpu_from) * 1000
print(
    json.dumps(
        {
            "firstMs": first_ms,
            "warmMs": sorted(times)[len(times) // 2],
            "cpuMs": cpu_ms / len(times),
            "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
            "bytes": len(first),
        }
    )
)
