//! What a workbook of published tables is made of, and what stands for which kind of leak.

use report::attack::Kind;

/// What is found: its kind and the key of its words.
pub(super) type Odd = (Kind, &'static str);

pub(super) const EXTRA: Odd = (Kind::Foreign, "extra");
pub(super) const HIDDEN: Odd = (Kind::Layer, "hidden_cells");
pub(super) const WHITE: Odd = (Kind::Invisible, "white");
pub(super) const FORMAT: Odd = (Kind::Invisible, "number_format");
pub(super) const LEFTOVER: Odd = (Kind::Increment, "leftover");

/// Parts that a workbook of tables has; of sheets there may be any number.
const PARTS: &[&str] = &[
    "[Content_Types].xml",
    "_rels/.rels",
    "docProps/app.xml",
    "docProps/core.xml",
    "xl/workbook.xml",
    "xl/styles.xml",
    THEME,
    "xl/_rels/workbook.xml.rels",
    "xl/sharedStrings.xml",
];
pub(super) const THEME: &str = "xl/theme/theme1.xml";
pub(super) const SHEETS: &str = "xl/worksheets/sheet";
/// Other parts, by words in their names.
const FOREIGN_PARTS: &[(&str, Odd)] = &[
    ("comment", (Kind::Annotation, "annotation")),
    ("vba", (Kind::Script, "script")),
    ("externalLinks", (Kind::Script, "script")),
    ("media", (Kind::Image, "image")),
    ("drawing", (Kind::Image, "image")),
    ("embeddings", (Kind::Attachment, "attachment")),
];
/// What the information about a workbook may say in words.
pub(super) const SAID: &[&str] = &[
    "Application",
    "DocSecurity",
    "ScaleCrop",
    "vt:lpstr",
    "vt:i4",
    "LinksUpToDate",
    "SharedDoc",
    "HyperlinksChanged",
    "AppVersion",
    "dcterms:created",
    "dcterms:modified",
];
/// Characters of a number that is as exact as it is shown, however a program wrote it.
pub(super) const DIGITS: usize = 20;
/// Codes of formats of numbers, with the decimals that they show.
pub(super) const FORMATS: &[(&str, usize)] = &[("#,##0", 0), ("#,##0.0", 1)];
/// The number of the format that shows a number as it is, and the decimals that a number of a report has at most.
pub(super) const GENERAL: (&str, usize) = ("0", 1);
/// Points of the smallest type, and characters of the narrowest column.
pub(super) const SMALLEST: f64 = 6.0;
/// Elements of the parts that have words of the tables, each with the attributes it may have.
pub(super) const KNOWN: &[(&str, &str)] = &[
    ("?xml", "version encoding standalone"),
    ("worksheet", "xmlns xmlns:r"),
    ("dimension", "ref"),
    ("sheetViews", ""),
    ("sheetView", "tabSelected workbookViewId"),
    ("sheetFormatPr", "defaultRowHeight"),
    ("cols", ""),
    ("col", "min max width customWidth"),
    ("sheetData", ""),
    ("row", "r spans"),
    ("c", "r s t"),
    ("v", ""),
    ("pageMargins", "left right top bottom header footer"),
    ("sst", "xmlns count uniqueCount"),
    ("si", ""),
    ("t", "xml:space"),
    ("workbook", "xmlns xmlns:r"),
    ("fileVersion", "appName lastEdited lowestEdited rupBuild"),
    ("workbookPr", "defaultThemeVersion"),
    ("bookViews", ""),
    ("workbookView", "xWindow yWindow windowWidth windowHeight"),
    ("sheets", ""),
    ("sheet", "name sheetId r:id"),
    ("calcPr", "calcId fullCalcOnLoad"),
    ("Types", "xmlns"),
    ("Default", "Extension ContentType"),
    ("Override", "PartName ContentType"),
    ("Relationships", "xmlns"),
    ("Relationship", "Id Type Target"),
    ("Properties", "xmlns xmlns:vt"),
    ("Application", ""),
    ("DocSecurity", ""),
    ("ScaleCrop", ""),
    ("HeadingPairs", ""),
    ("TitlesOfParts", ""),
    ("vt:vector", "size baseType"),
    ("vt:variant", ""),
    ("vt:lpstr", ""),
    ("vt:i4", ""),
    ("Company", ""),
    ("LinksUpToDate", ""),
    ("SharedDoc", ""),
    ("HyperlinksChanged", ""),
    ("AppVersion", ""),
    ("cp:coreProperties", "xmlns:cp xmlns:dc xmlns:dcterms xmlns:dcmitype xmlns:xsi"),
    ("dc:creator", ""),
    ("cp:lastModifiedBy", ""),
    ("dcterms:created", "xsi:type"),
    ("dcterms:modified", "xsi:type"),
    ("styleSheet", "xmlns"),
    ("numFmts", "count"),
    ("numFmt", "numFmtId formatCode"),
    ("fonts", "count"),
    ("font", ""),
    ("b", ""),
    ("sz", "val"),
    ("color", "theme"),
    ("name", "val"),
    ("family", "val"),
    ("scheme", "val"),
    ("fills", "count"),
    ("fill", ""),
    ("patternFill", "patternType"),
    ("borders", "count"),
    ("border", ""),
    ("left", ""),
    ("right", ""),
    ("top", ""),
    ("bottom", ""),
    ("diagonal", ""),
    ("cellStyleXfs", "count"),
    ("cellXfs", "count"),
    ("xf", "numFmtId fontId fillId borderId xfId applyNumberFormat applyFont"),
    ("cellStyles", "count"),
    ("cellStyle", "name xfId builtinId"),
    ("dxfs", "count"),
    ("tableStyles", "count defaultTableStyle defaultPivotStyle"),
];
/// Other elements and attributes, by the beginning of their names.
const FOREIGN: &[(&str, Odd)] = &[
    ("!--", (Kind::Trailing, "comment")),
    ("hyperlink", (Kind::Annotation, "annotation")),
    ("legacyDrawing", (Kind::Annotation, "annotation")),
    ("f", (Kind::Script, "script")),
    ("externalReference", (Kind::Script, "script")),
    ("TargetMode", (Kind::Script, "script")),
    ("drawing", (Kind::Image, "image")),
    ("picture", (Kind::Image, "image")),
    ("oleObject", (Kind::Attachment, "attachment")),
    ("dataValidation", (Kind::Form, "form")),
    ("control", (Kind::Form, "form")),
    ("hidden", HIDDEN),
    ("state", HIDDEN),
    ("zeroHeight", HIDDEN),
    ("ht", HIDDEN),
    ("rPh", (Kind::Foreign, "spoken")),
    ("rgb", WHITE),
    ("indexed", WHITE),
    ("tint", WHITE),
    ("fgColor", WHITE),
    ("bgColor", WHITE),
];

/// What an element or attribute is that a workbook of tables does not have.
pub(super) fn foreign(name: &str) -> Odd {
    let short = name.rsplit(':').next().unwrap_or(name);
    let fits =
        |(begin, _): &&(&str, Odd)| if *begin == "f" { short == "f" } else { short.starts_with(begin) };
    FOREIGN.iter().find(fits).map_or(EXTRA, |(_, odd)| *odd)
}

/// True for a part that a workbook of tables has.
pub(super) fn is_part(name: &str) -> bool {
    PARTS.contains(&name) || name.starts_with(SHEETS)
}

/// What another part is.
pub(super) fn foreign_part(name: &str) -> Odd {
    FOREIGN_PARTS.iter().find(|(word, _)| name.contains(word)).map_or(EXTRA, |(_, odd)| *odd)
}
