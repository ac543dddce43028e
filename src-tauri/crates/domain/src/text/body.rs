//! 会議体: the same meeting under the names that it has from time to time, 「部会 第2回」 and 「部会（オンライン）」.

/// The name of the body behind the name of one meeting: without its number and without what stands in brackets at the end.
pub fn body(name: &str) -> &str {
    let mut name = name.trim();
    loop {
        let shorter = without_number(without_brackets(name)).trim_end();
        if shorter.is_empty() || shorter == name {
            return name;
        }
        name = shorter;
    }
}

fn without_brackets(name: &str) -> &str {
    let Some(inside) = name.strip_suffix(['）', ')']) else { return name };
    inside.rfind(['（', '(']).map_or(name, |at| &name[..at])
}

fn without_number(name: &str) -> &str {
    let Some(before) = name.strip_suffix('回') else { return name };
    let bare = before.trim_end_matches(|c: char| c.is_numeric() || "一二三四五六七八九十".contains(c));
    if bare.len() == before.len() { name } else { bare.strip_suffix('第').unwrap_or(name) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_or_a_remark_at_the_end_makes_no_other_body() {
        for (name, told) in [
            ("北部地区ネットワーク会議 第3回", "北部地区ネットワーク会議"),
            ("AD合同会議（オンライン）", "AD合同会議"),
            ("椿区 地域移行部会 第十二回（書面）", "椿区 地域移行部会"),
            ("ＡＤ合同会議 第１回", "ＡＤ合同会議"),
            ("第2回", "第2回"),
            ("巡回", "巡回"),
            ("（臨時）", "（臨時）"),
        ] {
            assert_eq!(body(name), told);
        }
    }
}
