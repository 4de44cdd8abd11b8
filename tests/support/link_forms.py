"""Links in every form in which people write them, all of which lead somewhere."""

from __future__ import annotations

IN_SECTION = """
[one](annex.md#metal-tin) [two](../annex/#metal-tin) [three](annex.html) [four](/2021/annex/?metal=tin)
[five][list] <a href='../annex/#metal-tin'>six</a> <a href=annex.md>seven</a> [eight](../../terms/)
<a href="/ir/terms/#one">nine</a> [ten](../documents/smelters-2021.csv)

[list]: annex/ "The list"
"""
IN_PAGE = """# Terms

## One

[one](2021/annex.md#metal-tin) [two](../2021/annex/#metal-tin) [three](2021/annex.html) [four](/2021/annex/)
[five][list] <a href='../2021/annex/?metal=tin#metal-tin'>six</a> <a href=2021/annex.md>seven</a>
[eight](#one)
<a href="#one">nine</a> [ten](/ir/2021/documents/smelters-2021.csv)

[list]: 2021/annex/ "The list"
"""
