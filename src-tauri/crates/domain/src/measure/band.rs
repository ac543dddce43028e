//! Bands in which people are told apart without telling who they are.

/// Age band of full years.
pub const fn age_band(age: u32) -> &'static str {
    match age {
        0..40 => "lt40",
        40..50 => "40s",
        50..60 => "50s",
        60..70 => "60s",
        70..80 => "70s",
        _ => "ge80",
    }
}

/// Band of completed years in hospital.
pub const fn stay_band(years: u32) -> &'static str {
    match years {
        0 => "lt1y",
        1..5 => "1_5y",
        5..10 => "5_10y",
        10..20 => "10_20y",
        _ => "ge20y",
    }
}
