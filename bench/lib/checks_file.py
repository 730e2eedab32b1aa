"""Writes checks.xlsx (by openpyxl) and checks.txt (tab-separated UTF-16, as Excel's "Unicode text"): FOLDER COUNT."""
import sys

from openpyxl import Workbook

folder, count = sys.argv[1], int(sys.argv[2])
titles = ["E-post", "Mobil", "Bonuscheck-id", "Namn", "Värde", "Valuta", "Giltig fr.o.m.", "Giltig t.o.m.", "Beskrivning"]


def row(i):
    return [f"kund{i}@example.com", 46730000000 + i, f"B-{i:07d}", "Vårcheck", "100,00", "SEK", "2026-01-01", "2027-12-31",
            "Tack för dina köp"]


book = Workbook(write_only=True)
sheet = book.create_sheet("Checkar")
sheet.append(titles)
for i in range(count):
    sheet.append(row(i))
book.save(f"{folder}/checks.xlsx")

with open(f"{folder}/checks.txt", "w", encoding="utf-16", newline="") as text:
    text.write("\t".join(titles) + "\r\n")
    for i in range(count):
        text.write("\t".join(map(str, row(i))) + "\r\n")
