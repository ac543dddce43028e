//! Thirty text files.

use crate::summary::{of_sheet, read_all};
use encoding_rs::SHIFT_JIS;
use exchange::table::ListKind::{self, Activities, Cases, Contacts, Organisations, Survey630};
use exchange::table::open;

fn cp932(text: &str) -> Vec<u8> {
    let (bytes, _, lost) = SHIFT_JIS.encode(text);
    assert!(!lost, "the text can be written in CP932");
    bytes.into_owned()
}

fn utf16(text: &str, big: bool, mark: bool) -> Vec<u8> {
    let units = mark.then_some(0xFEFF).into_iter().chain(text.encode_utf16());
    units.flat_map(|u: u16| if big { u.to_be_bytes() } else { u.to_le_bytes() }).collect()
}

fn utf8(text: &str) -> Vec<u8> {
    text.as_bytes().to_vec()
}

fn marked(text: &str) -> Vec<u8> {
    [b"\xEF\xBB\xBF", text.as_bytes()].concat()
}

#[track_caller]
fn says(kind: ListKind, bytes: &[u8], wanted: &str) {
    let found = read_all(kind, bytes);
    assert_eq!(found, wanted, "\nfound:\n{found}\nwanted:\n{wanted}");
}

const PLAIN: &str = "氏名,ふりがな,生年月日,性別,病院,病棟,入院日\r\n\
    南　和夫,みなみ　かずお,S40.5.6,男,しおさい病院,2病棟,H30.2.1\r\n\
    髙﨑 みぎわ,ﾀｶｻｷ ﾐｷﾞﾜ,1971/2/28,女性,しおさい病院,3病棟,平成30年2月\r\n";
const PLAIN_READ: &str = " head 1\n\
    2 admitted_on=2018-02-01 birth_date=1965-05-06 family_kana=みなみ family_name=南 given_kana=かずお given_name=和夫 hospital=しおさい病院 sex=male ward=2病棟\n\
    3 admitted_on=2018-02 birth_date=1971-02-28 family_kana=たかさき family_name=髙﨑 given_kana=みぎわ given_name=みぎわ hospital=しおさい病院 sex=female ward=3病棟";

#[test]
fn one_list_in_seven_encodings_is_one_list() {
    for (bytes, encoding) in [
        (utf8(PLAIN), "utf8"),
        (marked(PLAIN), "utf8"),
        (cp932(PLAIN), "cp932"),
        (utf16(PLAIN, false, true), "utf16le"),
        (utf16(PLAIN, true, true), "utf16be"),
        (utf16(PLAIN, false, false), "utf16le"),
        (utf16(PLAIN, true, false), "utf16be"),
    ] {
        says(Cases, &bytes, &format!("{encoding}{PLAIN_READ}"));
    }
}

#[test]
fn one_list_with_other_separators_and_line_ends_is_one_list() {
    says(Cases, &utf8(&PLAIN.replace(',', "\t")), &format!("utf8 tab{PLAIN_READ}"));
    says(Cases, &cp932(&PLAIN.replace(',', ";")), &format!("cp932 semicolon{PLAIN_READ}"));
    says(Cases, &utf8(&PLAIN.replace("\r\n", "\n")), &format!("utf8{PLAIN_READ}"));
    says(Cases, &utf8(&PLAIN.replace("\r\n", "\r")), &format!("utf8{PLAIN_READ}"));
    let quoted: String = PLAIN.lines().map(|l| format!("\"{}\"\r\n", l.replace(',', "\",\""))).collect();
    says(Cases, &utf8(&quoted), &format!("utf8{PLAIN_READ}"));
}

#[test]
fn titles_notes_sums_and_repeated_heads_are_no_rows() {
    let text = "令和7年度 対象者名簿,,\r\n作成：地域移行担当,,\r\n,,\r\n№,氏名（漢字）,※生年月日\r\n1,南 和夫,S40.5.6\r\n\
        №,氏名（漢字）,※生年月日\r\n2,森 春子,S41.1.8\r\n合計,2名,\r\n※取扱注意,,\r\n";
    let wanted = "cp932 head 4 left out [6, 8, 9]\n\
        5 birth_date=1965-05-06 family_name=南 given_name=和夫\n\
        7 birth_date=1966-01-08 family_name=森 given_name=春子";
    let text = text.replace('№', "No");
    says(Cases, &cp932(&text), wanted);
}

#[test]
fn two_rows_of_heads_are_one_head() {
    let text = "氏名,,ふりがな,,入院,,,備考\n姓,名,せい,めい,病院名,病棟,日,\n南,和夫,みなみ,かずお,しおさい病院,2病棟,H30.2.1,x\n";
    says(
        Cases,
        &utf8(text),
        "utf8 head 1\n3 admitted_on=2018-02-01 family_kana=みなみ family_name=南 given_kana=かずお given_name=和夫 hospital=しおさい病院 ward=2病棟",
    );
}

#[test]
fn names_are_split_where_that_is_safe() {
    let text = "氏名,性別\n佐々木花子,女\n東海林太郎,男\n帆足川みぎわ,女\nマリア・サントス,女\n小林,男\n南 和夫 様,男\n";
    says(
        Cases,
        &utf8(text),
        "utf8 head 1\n2 family_name=佐々木 given_name=花子 sex=female\n3 family_name=東海林 given_name=太郎 sex=male\n\
         4 family_name=帆足川みぎわ sex=female\n5 family_name=マリア・サントス sex=female\n6 family_name=小林 sex=male\n\
         7 family_name=南 given_name=和夫 sex=male",
    );
}

#[test]
fn dates_are_read_or_refused_and_never_guessed() {
    let text = "氏名,入院日,生年月日\n一 一,昭和五十四年ごろ,T12.1.5\n二 二,45678,S31211\n三 三,41001,1958.2.30\n四 四,令和元年5月1日,不明\n\
        五 五,5/1,2030/1/1\n六 六,きのう,-\n七 七,2018/02/01 0:00,昭和33\n八 八,２０１８年２月１日（木）,19580305\n九 九,H31.5.1,s33.3.5\n十 十,50401,\n";
    says(
        Cases,
        &utf8(text),
        "utf8 head 1\n2 admitted_on=1979 birth_date=1923-01-05 family_name=一 given_name=一\n\
         3 admitted_on=2025-01-21 family_name=二 given_name=二 ! 生年月日 two_dates\n\
         4 family_name=三 given_name=三 ! 入院日 two_dates ! 生年月日 no_such_day\n\
         5 admitted_on=2019-05-01 family_name=四 given_name=四\n\
         6 family_name=五 given_name=五 ! 入院日 no_year ! 生年月日 future\n\
         7 family_name=六 given_name=六 ! 入院日 not_date\n\
         8 admitted_on=2018-02-01 birth_date=1958 family_name=七 given_name=七\n\
         9 admitted_on=2018-02-01 birth_date=1958-03-05 family_name=八 given_name=八\n\
         10 admitted_on=2019-05-01 birth_date=1958-03-05 family_name=九 given_name=九\n\
         11 admitted_on=2023-04-01 family_name=十 given_name=十",
    );
}

#[test]
fn a_fiscal_year_gives_dates_their_year() {
    let text = "日付,氏名,方法,内容\n4/3,南 和夫,面接,話した\n3月28日,南 和夫,TEL,\"二行の\r\n記録\"\n2/29,南 和夫,電話,無い日\n";
    let book = open(&utf8(text)).unwrap();
    assert_eq!(
        of_sheet(Contacts, &book, 0, Some(2025)),
        "utf8 head 1\n2 date=2025-04-03 family_name=南 given_name=和夫 method=interview_hospital text=話した\n\
         3 date=2026-03-28 family_name=南 given_name=和夫 method=phone text=二行の⏎記録\n\
         5 family_name=南 given_name=和夫 method=phone text=無い日 ! 日付 no_such_day"
    );
}

#[test]
fn notes_have_words_for_methods_and_times() {
    let text = "支援日,対象者,開始,終了,支援方法,相手方,支援内容\n2025/4/3,南,10:00,11:30,病棟面接,本人、PSW,x\n\
        R7.4.4,南,9時半,,電話,母,\"a\nb\"\n2025/4/5,南,13:00,12:00,同行,本人,y\n2025年4月,南,,,ＦＡＸ,CW,z\n2025/4/7,,,,会議,その他,w\n";
    says(
        Contacts,
        &cp932(text),
        "cp932 head 1\n2 counterpart=person;hospital date=2025-04-03 end=11:30 family_name=南 method=interview_hospital minutes=90 start=10:00 text=x\n\
         3 counterpart=family date=2025-04-04 family_name=南 method=phone start=09:30 text=a⏎b\n\
         5 counterpart=person date=2025-04-05 end=12:00 family_name=南 method=accompany start=13:00 text=y ! 終了 ends_before\n\
         6 counterpart=municipality family_name=南 method=mail text=z ! 支援日 no_day\n\
         7 counterpart=other date=2025-04-07 method=meeting text=w ! 対象者 needed",
    );
}

#[test]
fn lengths_of_time_are_minutes() {
    let text = "日付,氏名,時間,内容\n2025/4/3,南,30,a\n2025/4/3,南,1時間半,b\n2025/4/3,南,10:00～10:45,c\n2025/4/3,南,1.5h,d\n2025/4/3,南,半日,e\n";
    says(
        Contacts,
        &utf8(text),
        "utf8 head 1\n2 date=2025-04-03 family_name=南 minutes=30 text=a\n3 date=2025-04-03 family_name=南 minutes=90 text=b\n\
         4 date=2025-04-03 end=10:45 family_name=南 minutes=45 start=10:00 text=c\n5 date=2025-04-03 family_name=南 minutes=90 text=d\n\
         6 date=2025-04-03 family_name=南 text=e ! 時間 not_minutes",
    );
}

#[test]
fn words_become_codes_or_faults() {
    let text = "氏名,入院形態,診断,収入,退院先\n一 一,医療保護入院,F20.0,障害年金2級・生活保護,GH\n二 二,任意,うつ病,なし,実家\n三 三,措置入院,胃炎,年金,月\n";
    says(
        Cases,
        &utf8(text),
        "utf8 head 1\n2 admission_form=medical_protection destination=group_home diagnosis_group=F2 family_name=一 given_name=一 income=pension2;welfare\n\
         3 admission_form=voluntary destination=home_family diagnosis_group=F3 family_name=二 given_name=二 income=none\n\
         4 admission_form=involuntary family_name=三 given_name=三 ! 診断 unknown_code ! 収入 unknown_code ! 退院先 unknown_code",
    );
}

#[test]
fn activities_organisations_and_figures_have_their_own_heads() {
    says(
        Activities,
        &cp932(
            "開催日,区分,会議名,時間,参加者数,,,決定事項\n,,,,計,医療,行政,\n2025/5/20,部会,地域移行部会,2時間,１５名,5,3,次回は7月\n2025/6/1,花見,春の会,60,多数,,,\n",
        ),
        "cp932 head 1\n3 date=2025-05-20 decisions=次回は7月 kind=council minutes=120 participants=15 participants_medical=5 participants_municipal=3 title=地域移行部会\n\
         4 date=2025-06-01 minutes=60 title=春の会 ! 区分 unknown_code ! 参加者数計 not_number",
    );
    says(
        Organisations,
        &utf8(
            "事業所名,サービス種別,所在区,電話番号,精神病床数\n相談室 なぎさ,計画相談,椿区,090-0000-0000,\n楠沢病院,精神科病院,椿区,,\"1,200床\"\n,GH,椿区,,\n",
        ),
        "utf8 head 1\n2 organisation=相談室 なぎさ phone=090-0000-0000 type=plan_office ward_area=椿区\n\
         3 organisation=楠沢病院 psychiatric_beds=1200 type=psychiatric_hospital ward_area=椿区\n\
         4 type=group_home ward_area=椿区 ! 事業所名 needed",
    );
    says(
        Survey630,
        &cp932(
            "調査年度,病院名,病床数,在院患者数,3か月未満,20年以上,措置,任意\n令和6年度,楠沢病院,200,180,40,12,1,90\n2024,しおさい病院,\"1,020\",85%,-,8.5,0,40\n,合計,1220,,,,,\n",
        ),
        "cp932 head 1 left out [4]\n2 beds=200 hospital=楠沢病院 inpatients=180 involuntary=1 los_ge_20y=12 los_lt_3m=40 voluntary=90 year=2024\n\
         3 beds=1020 hospital=しおさい病院 involuntary=0 voluntary=40 year=2024 ! 在院患者数 percentage ! 20年以上 not_whole",
    );
}

#[test]
fn ditto_marks_and_broken_formulas_are_known() {
    says(
        Cases,
        &utf8(
            "氏名,病院,病棟,入院日\n一 一,しおさい病院,2病棟,H30.2.1\n二 二,〃,同上,#N/A\n三 三,〃,〃,#REF!\n",
        ),
        "utf8 head 1\n2 admitted_on=2018-02-01 family_name=一 given_name=一 hospital=しおさい病院 ward=2病棟\n\
         3 family_name=二 given_name=二 hospital=しおさい病院 ward=2病棟 ! 入院日 broken\n\
         4 family_name=三 given_name=三 hospital=しおさい病院 ward=2病棟 ! 入院日 broken",
    );
}

#[test]
fn a_list_without_a_head_or_without_what_is_needed_says_so() {
    says(Cases, &utf8("南 和夫,男\n森 春子,女\n"), "utf8 head 0 no name\n1\n2");
    says(Contacts, &utf8("氏名,内容\n南,x\n"), "utf8 head 1 no date\n2 family_name=南 text=x");
}

#[test]
fn files_that_are_no_lists_are_told_apart() {
    for (bytes, id) in [
        (b"".as_slice(), "table.empty"),
        (b"\xEF\xBB\xBF \r\n,,\r\n", "table.empty"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 an old workbook", "table.old-workbook"),
        (b"%PDF-1.7", "table.other-file"),
        (b"\x89PNG\r\n\x1A\n", "table.other-file"),
        (b"PK\x03\x04 no archive", "table.damaged"),
        (b"a,b\n1,\"never closed", "table.unclosed-quote"),
        (b"\x81\xFF\xFF\x81", "table.encoding"),
        (b"a\0b\x01\x02,c\0d", "table.other-file"),
    ] {
        says(Cases, bytes, id);
    }
}
