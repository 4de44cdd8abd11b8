"""All tracked changes of a Word file accepted by LibreOffice, with a macro in a profile of its own."""

from __future__ import annotations

import subprocess
from pathlib import Path

_MACRO = """\
Sub All(source As String, target As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  file = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  helper = createUnoService("com.sun.star.frame.DispatchHelper")
  helper.executeDispatch(file.CurrentController.Frame, ".uno:AcceptAllTrackedChanges", "", 0, Array())
  Dim kind(0) As New com.sun.star.beans.PropertyValue
  kind(0).Name = "FilterName"
  kind(0).Value = "MS Word 2007 XML"
  file.storeToURL(target, kind())
  file.close(True)
End Sub
"""
_MODULE = """\
<?xml version="1.0" encoding="UTF-8"?>
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Accept"
 script:language="StarBasic"><![CDATA[{macro}]]></script:module>
"""
_LIBRARY = """\
<?xml version="1.0" encoding="UTF-8"?>
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
 library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Accept"/>
</library:library>
"""


def accepted(path: Path, folder: Path) -> Path:
    """The file as LibreOffice saves it after it accepted all changes; ``folder`` is made. Raises OSError."""
    folder.mkdir(exist_ok=True)
    profile = folder / "profile"
    office = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless"]
    subprocess.run([*office, "--terminate_after_init"], check=True, capture_output=True, timeout=300)
    library = profile / "user" / "basic" / "Standard"
    library.mkdir(parents=True, exist_ok=True)
    (library / "Accept.xba").write_text(_MODULE.format(macro=_MACRO), encoding="utf-8")
    (library / "script.xlb").write_text(_LIBRARY, encoding="utf-8")
    made = folder / f"{path.stem}-accepted.docx"
    macro = f"macro:///Standard.Accept.All({path.as_uri()},{made.as_uri()})"
    subprocess.run([*office, macro], check=True, capture_output=True, timeout=300)
    if not made.is_file():
        raise OSError(f"LibreOffice wrote no {made.name}")
    return made
