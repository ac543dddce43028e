"""Sets the report of a folder with typst. Usage: report.py REPORT.TYP FONTS FOLDER

Reads FOLDER/report.json, writes FOLDER/typst.pdf, prints what the compilation cost. The interpreter's own start
does not count."""

import json
import pathlib
import shutil
import sys
import time

import typst

source, fonts, folder = (pathlib.Path(a) for a in sys.argv[1:4])
main = folder / "report.typ"
shutil.copy(source, main)
before = time.process_time()
pdf = typst.compile(str(main), root=str(folder), font_paths=[str(fonts)], ignore_system_fonts=True)
spent = time.process_time() - before
(folder / "typst.pdf").write_bytes(pdf)
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM:"))
print(json.dumps({"compile": spent * 1000, "bytes": len(pdf), "peak": int(peak.split()[1]) / 1024}))
