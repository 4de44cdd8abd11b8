"""Invented filings on Form SD as EDGAR has them: a submission typed as text, and two forms as HTML."""

from __future__ import annotations

LAMPS = """\
<SEC-DOCUMENT>0000-19.txt
<SEC-HEADER>
ACCESSION NUMBER:  0000000001-20-000001
CONFORMED SUBMISSION TYPE: SD
CONFORMED PERIOD OF REPORT: 20191231
FILED AS OF DATE:  20200529
COMPANY CONFORMED NAME:   INVENTED DEVICES INC
CENTRAL INDEX KEY:   0000012345
</SEC-HEADER>
<DOCUMENT>
<TYPE>SD
<SEQUENCE>1
<FILENAME>sd.txt
<TEXT>
                                 UNITED STATES
                       SECURITIES AND EXCHANGE COMMISSION
                             WASHINGTON, D.C. 20549

                                    FORM SD

                         SPECIALIZED DISCLOSURE REPORT

                            INVENTED DEVICES, INC.
             (Exact name of registrant as specified in its charter)

          Delaware                   001-12345                 12-3456789
(State or other jurisdiction   (Commission File Number)   (IRS Employer
     of incorporation)                                     Identification No.)

     1 Main Street, Suite 5, Springfield, Illinois           62701
       (Address of principal executive offices)           (Zip Code)

        Ann Sample, General Counsel            (217) 555-0100
 (Name and telephone number, including area code, of the person to contact in
                        connection with this report.)

Check the appropriate box to indicate the rule pursuant to which this form is
being filed, and provide the period to which the information in this form
applies:

[X] Rule 13p-1 under the Securities Exchange Act (17 CFR 240.13p-1) for the
    reporting period from January 1 to December 31, 2019.

SECTION 1 - CONFLICT MINERALS DISCLOSURE

Item 1.01 Conflict Minerals Disclosure and Report

The report is filed as Exhibit 1.01 and is at www.invented.example/minerals.

Item 1.02 Exhibit

See Exhibit 1.01.

SECTION 2 - EXHIBITS

Item 2.01 Exhibits

Exhibit 1.01 - Conflict Minerals Report

                                   SIGNATURES

Pursuant to the requirements of the Securities Exchange Act of 1934, the
registrant has duly caused this report to be signed on its behalf by the duly
authorized undersigned.

INVENTED DEVICES, INC.
(Registrant)

/s/ Bob Sample                                     May 29, 2020
-----------------------------                      ------------
By: Bob Sample                                     (Date)
Executive Vice President and Chief Financial Officer
</TEXT>
</DOCUMENT>
<DOCUMENT>
<TYPE>EX-1.01
<SEQUENCE>2
<FILENAME>ex101.txt
<TEXT>
                                                            Exhibit 1.01

                            Conflict Minerals Report
                            Invented Devices, Inc.
                    For the Year Ended December 31, 2019

1. Introduction

This Conflict Minerals Report of Invented Devices, Inc. covers the
year 2019. We make lamps, and we buy tin from others
who know where it comes from.

                                       2
<PAGE>

2. Inquiry

We sent the CMRT to 42 suppliers and received responses from 40 of them.

3. Smelters

<TABLE>
<CAPTION>
Metal       Smelter Name                Country
<S>         <C>                         <C>
Gold        Aurum Works                 Japan
Gold        Halden Refining AG          Switzerland
Tin         Nova Tin                    Peru
Tungsten    Wolf Powder Co., Ltd.       China
</TABLE>
</TEXT>
</DOCUMENT>
<DOCUMENT>
<TYPE>GRAPHIC
<SEQUENCE>3
<FILENAME>logo.jpg
<TEXT>
begin 644 logo.jpg
M_]C_X  02D9)1@ ! 0 ! 0 ! #_VP!# @&!@<&!0@'!P<)"0@*#!0-# L+
end
</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>
"""
"""A whole submission of 2020: the form, its report with a list, a picture in coded bytes."""

HALDEN = """\
<html><body>
<div style="text-align:center"><span style="font-weight:700">UNITED STATES</span></div>
<div style="text-align:center">SECURITIES AND EXCHANGE COMMISSION</div>
<div style="text-align:center">Washington, D.C. 20549</div>
<div style="text-align:center">FORM SD</div>
<div style="text-align:center">SPECIALIZED DISCLOSURE REPORT</div>
<div style="text-align:center"><span style="font-weight:700">Halden Instruments Corporation</span></div>
<div style="text-align:center">(Exact name of the registrant as specified in its charter)</div>
<table>
<tr>
<td></td>
<td></td>
<td></td></tr>
<tr>
<td colspan=3 style="text-align:center">Ohio</td>
<td colspan=3>001-07654</td>
<td colspan=3>34-1234567</td></tr>
<tr>
<td colspan=3>(State or other jurisdiction of incorporation or organization)</td>
<td colspan=3>(Commission File Number)</td>
<td colspan=3>(IRS Employer Identification No.)</td></tr></table>
<table>
<tr>
<td>6095 Parkland Boulevard</td>
<td></td></tr>
<tr>
<td>Cleveland, OH</td>
<td>44124</td></tr>
<tr>
<td>(Address of principal executive offices)</td>
<td>(Zip code)</td></tr></table>
<div style="text-align:center">Maria Q. Example, Jr., Esq.</div>
<div style="text-align:center">Senior Vice President, General Counsel &amp; Secretary</div>
<div style="text-align:center">Telephone: 440-555-0123</div>
<div>(Name and telephone number, including area code, of the person to contact
in connection with this report.)</div>
<div>Check the appropriate box to indicate the rule pursuant to which this Form is being submitted,
and provide the period to which the information in this Form applies:</div>
<table>
<tr>
<td>&#9746;</td>
<td>Rule 13p-1 under the Securities Exchange Act (17 CFR 240.13p-1) for the reporting period from
January 1 to December 31, 2022.</td></tr>
<tr>
<td>&#9744;</td>
<td>Rule 13q-1 under the Securities Exchange Act (17 CFR 240.13q-1) for the fiscal year ended
______.</td></tr></table>
<div><b>Section 1 - Conflict Minerals Disclosure</b></div>
<div><b>Item 1.01. Conflict Minerals Disclosure and Report</b></div>
<div><b>Conflict Minerals Disclosure</b></div>
<div>A copy of the report is Exhibit 1.01 and is publicly available at <a
href="https://www.halden.example/cm">www.halden.example/cm</a>. Our code is at
www.halden.example/code.</div>
<div><b>Item 1.02. Exhibit</b></div>
<div>See Item 3.01.</div>
<div><b>Section 2 - Resource Extraction Issuer Disclosure</b></div>
<div><b>Item 2.01. Resource Extraction Issuer Disclosure and Report</b></div>
<div>Not applicable.</div>
<div><b>Section 3 - Exhibits</b></div>
<div><b>Item 3.01. Exhibits</b></div>
<table>
<tr>
<td>Exhibit Number</td>
<td>Description</td></tr>
<tr>
<td>1.01</td>
<td>Conflict Minerals Report for the year 2022</td></tr></table>
<div>SIGNATURES</div>
<div>Pursuant to the requirements of the Securities Exchange Act of 1934, the registrant has duly
caused this report to be signed on its behalf by the duly authorized undersigned.</div>
<table>
<tr>
<td colspan=2>Halden Instruments Corporation</td>
<td></td></tr>
<tr>
<td>By:</td>
<td>/s/ John Specimen</td>
<td>May 26, 2023</td></tr>
<tr>
<td></td>
<td>John Specimen</td>
<td>(Date)</td></tr>
<tr>
<td></td>
<td>Executive Vice President and Chief Operating Officer</td>
<td></td></tr></table></body></html>
"""
"""A form of the layout with both rules; cells of values stand above cells of captions."""

LAMPS_INQUIRY = """\
<HTML><BODY>
<P ALIGN="center"><B>UNITED STATES<BR>SECURITIES AND EXCHANGE COMMISSION<BR></B>Washington, D.C.
20549</P>
<P ALIGN="center"><B>FORM SD</B></P>
<P ALIGN="center">SPECIALIZED DISCLOSURE REPORT</P>
<P ALIGN="center"><B>HONJIN GIKEN KOGYO KABUSHIKI KAISHA</B></P>
<P ALIGN="center"><B>(HONJIN MOTOR CO., LTD.)</B></P>
<P ALIGN="center">(Exact name of registrant as specified in its charter)</P>
<TABLE>
<TR>
<TD ALIGN="center"><B>Japan</B></TD>
<TD>&nbsp;</TD>
<TD ALIGN="center"><B>1-07628</B></TD>
<TD>&nbsp;</TD>
<TD ALIGN="center"><B>Not Applicable</B></TD></TR>
<TR>
<TD>(State or other jurisdiction of<BR>incorporation or organization)</TD>
<TD>&nbsp;</TD>
<TD>(Commission<BR>File Number)</TD>
<TD>&nbsp;</TD>
<TD>(I.R.S. Employer<BR>Identification No.)</TD></TR></TABLE>
<P ALIGN="center"><B>2-3, Toranomon 2-chome, Minato-ku, Tokyo 105-8404, Japan</B></P>
<P ALIGN="center">(Address of principal executive offices) (Zip Code)</P>
<P ALIGN="center"><B>Taro Mihon, +81-3-5555-0100, Chief Officer for Accounting</B></P>
<P ALIGN="center">(Name and telephone number, including area code, of the person to contact in
connection with this report)</P>
<P>Check the appropriate box to indicate the rule pursuant to which this form is being filed, and
provide the period to which the information in this form applies:</P>
<P>&#9746; Rule 13p-1 under the Securities Exchange Act (17 CFR 240.13p-1) for the reporting period
from January 1 to December 31, 2018.</P>
<P><B>Section 1 - Conflict Minerals Disclosure</B></P>
<P><B>Item 1.01 Conflict Minerals Disclosure and Report</B></P>
<P>We found that our minerals came from scrap. This is at https://honjin.example/cm.html.</P>
<P><B>Item 1.02 Exhibit</B></P>
<P>None.</P>
<P><B>Section 2 - Exhibits</B></P>
<P><B>Item 2.01 Exhibits</B></P>
<P>None.</P>
<P ALIGN="center"><B>SIGNATURES</B></P>
<P>Pursuant to the requirements of the Securities Exchange Act of 1934, the registrant has duly
caused this report to be signed on its behalf by the duly authorized undersigned.</P>
<TABLE>
<TR>
<TD COLSPAN="3">HONJIN GIKEN KOGYO KABUSHIKI KAISHA<BR>(HONJIN MOTOR CO., LTD.)</TD></TR>
<TR>
<TD>By:</TD>
<TD>&nbsp;</TD>
<TD>/s/ Eiji Mihon</TD></TR>
<TR>
<TD>&nbsp;</TD>
<TD></TD>
<TD>Eiji Mihon<BR>Managing Officer and<BR>Chief Financial Officer</TD></TR></TABLE>
<P>Date: May 30, 2019</P></BODY></HTML>
"""
"""A form without a report, of a company whose charter has its name in Japanese."""
