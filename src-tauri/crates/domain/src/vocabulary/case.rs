//! Code lists of the case sheet, of admissions, decisions and certificates.

use super::vocabulary;

vocabulary! {
    /// 性別.
    Sex "sex" { Male "male" "男" "Male", Female "female" "女" "Female", Other "other" "その他" "Other", Unspecified "unspecified" "記載しない" "Not stated" }
    /// 把握の経路.
    IntakeRoute "intake_route" {
        Hospital "hospital" "病院" "Hospital", Programme "programme" "プログラム" "Programme", Person "self" "本人" "The person",
        Family "family" "家族" "Family", Consultation "consultation" "相談支援" "Consultation support", Municipality "municipality" "行政" "Municipality",
        Survey "survey" "630調査等" "Survey", Other "other" "その他" "Other",
    }
    /// 担当の形.
    CaseRole "case_role" { Direct "direct" "直接支援" "Direct support", Backup "backup" "バックアップ" "Back-up" }
    /// 同意の方法.
    ConsentForm "consent_form" { Oral "oral" "口頭" "Oral", Written "written" "書面" "Written", None "none" "未" "Not yet" }
    /// 同意の内容: what the person agreed to.
    ConsentAbout "consent_about" {
        Support "support" "支援を受けること" "Being supported", Sharing "sharing" "個人情報の共有" "Sharing of personal data",
        Episode "episode" "エピソードの掲載" "Printing of an episode", Family "family" "家族への連絡" "Contact with the family",
        Peer "peer" "ピアサポーターへの紹介" "Meeting a peer supporter", Picture "picture" "写真・作品の掲載" "Photographs and works", Other "other" "その他" "Other",
    }
    /// 意向の確かめ方.
    ConsentWay "consent_way" {
        Oral "oral" "口頭" "In words", Written "written" "書面" "In writing", Gesture "gesture" "うなずき・身ぶり" "By a nod or gesture",
        Supported "supported" "支援者が同席して" "With a supporter beside", Other "other" "その他" "Otherwise",
    }
    /// 診断（大分類）, chapter V of ICD-10.
    DiagnosisGroup "diagnosis_group" {
        F0 "F0" "認知症等" "F0", F1 "F1" "アルコール・薬物等" "F1", F2 "F2" "統合失調症等" "F2", F3 "F3" "気分障害" "F3", F4 "F4" "神経症等" "F4",
        F5 "F5" "生理的障害等" "F5", F6 "F6" "パーソナリティ" "F6", F7 "F7" "知的障害" "F7", F8 "F8" "発達障害" "F8", F9 "F9" "小児期・青年期" "F9", G40 "G40" "てんかん" "G40", Unknown "unknown" "不明" "Unknown",
    }
    /// 収入.
    Income "income" {
        Pension1 "pension1" "障害年金1級" "Disability pension 1", Pension2 "pension2" "障害年金2級" "Disability pension 2", EmployeesPension "employees_pension" "厚生年金" "Employees' pension",
        OldAge "old_age" "老齢年金" "Old-age pension", Welfare "welfare" "生活保護" "Public assistance", Allowance "allowance" "手当" "Allowance",
        Wages "wages" "賃金" "Wages", Family "family" "家族" "Family", None "none" "なし" "None", Unknown "unknown" "不明" "Unknown",
    }
    /// 成年後見等.
    Guardian "guardian" { None "none" "なし" "None", Guardian "guardian" "後見" "Guardian", Curator "curator" "保佐" "Curator", Assistant "assistant" "補助" "Assistant", Voluntary "voluntary" "任意後見" "Voluntary" }
    /// 金銭管理.
    MoneyCare "money_care" { Person "self" "本人" "The person", Hospital "hospital" "病院預り" "Hospital", Family "family" "家族" "Family", Programme "welfare_service" "日常生活自立支援事業" "Daily life support service", Guardian "guardian" "後見人等" "Guardian" }
    /// 終結理由.
    ClosureReason "closure_reason" {
        Settled "settled" "定着終了" "Settled", HandedOver "handed_over" "他機関へ引継ぎ" "Handed over", Declined "declined" "本人辞退" "Declined", NotFeasible "not_feasible" "病状等により困難" "Not feasible",
        Transferred "transferred" "転院" "Transferred", Deceased "deceased" "死亡" "Deceased", MovedAway "moved_away" "転出" "Moved away", OutOfScope "out_of_scope" "今回は見送り" "Not this time",
    }
    /// 退院を難しくしている理由.
    Obstacle "obstacle" {
        Unstable "unstable" "病状が不安定" "Unstable condition", Comorbidity "comorbidity" "身体合併症" "Physical illness", Medication "medication" "服薬の継続に不安" "Medication", NoWish "no_wish" "希望をまだ聞けていない・迷っている" "Wish not yet heard",
        Anxiety "anxiety" "退院への不安が強い" "Anxiety about discharge", LivingSkills "living_skills" "生活能力への不安" "Living skills", Housing "housing" "住居がない・確保が難しい" "Housing", Guarantor "guarantor" "保証人がいない" "Guarantor",
        Money "money" "収入・お金" "Money", FamilyOpposed "family_opposed" "家族の反対・家族関係" "Family relations", FamilyStrained "family_strained" "家族に余力がない" "Family without reserve", NoSupporters "no_supporters" "支える人・サービスがない" "No supporters",
        NoDayPlace "no_day_place" "日中の場がない" "No place for the day", HospitalPolicy "hospital_policy" "病院側の体制・方針" "Hospital", Community "community" "地域の理解" "Community", PastEvents "past_events" "過去の出来事への配慮" "Past events", Age "age" "高齢・介護" "Age and care", Other "other" "その他" "Other",
    }
    /// 保留の理由.
    HoldReason "hold_reason" { Wavering "wavering" "本人の迷い" "Wavering", PhysicalIllness "physical_illness" "身体疾患" "Physical illness", Family "family" "家族の事情" "Family", Hospital "hospital" "病院の事情" "Hospital", Other "other" "その他" "Other" }
    /// 出口の見通し: its four lines.
    ExitKey "exit_key" { Housing "housing" "住まい" "Home", Daytime "daytime" "日中" "Daytime", Supporters "supporters" "支える人" "Supporters", Trouble "trouble" "困ったとき" "In trouble" }
    /// 確かさ of an exit line.
    Certainty "certainty" { Undecided "undecided" "未定" "Undecided", Idea "idea" "案" "Idea", Arranging "arranging" "調整中" "Arranging", Fixed "fixed" "確定" "Fixed" }
    /// 入院形態.
    AdmissionForm "admission_form" {
        Voluntary "voluntary" "任意" "Voluntary", MedicalProtection "medical_protection" "医療保護" "Medical protection", Involuntary "involuntary" "措置" "Involuntary",
        EmergencyInvoluntary "emergency_involuntary" "緊急措置" "Emergency involuntary", Emergency "emergency" "応急" "Emergency", Other "other" "その他" "Other",
    }
    /// 退院先.
    Destination "destination" {
        HomeAlone "home_alone" "アパート等（単身）" "Own home, alone", HomeFamily "home_family" "家族と同居" "With family", GroupHome "group_home" "グループホーム" "Group home", LodgingTraining "lodging_training" "宿泊型自立訓練" "Residential training",
        SupportFacility "support_facility" "障害者支援施設" "Support facility", ElderlyFacility "elderly_facility" "高齢者施設" "Facility for the elderly", PublicHousing "public_housing" "公営住宅" "Public housing", SupportHousing "support_housing" "居住サポート住宅" "Support housing",
        OtherHospital "other_hospital" "転院" "Other hospital", Deceased "deceased" "死亡" "Deceased", Other "other" "その他" "Other",
    }
    /// 住まいの候補の結果. The codes are the words of the open format, which the yearly table of homes reads.
    HomeResult "home_result" { Applied "申込" "申込" "Applied", Accepted "承諾" "承諾" "Accepted", Refused "断られた" "断られた" "Refused", Declined "辞退" "辞退" "Declined" }
    /// 体験宿泊の結果. The codes are the words of the open format.
    TrialResult "trial_result" { Smooth "順調" "順調" "Went well", Uneasy "一部不安" "一部不安" "Partly uneasy", Stopped "中止" "中止" "Stopped" }
    /// 支給決定のサービス.
    Service "service" {
        CommunityTransition "community_transition_support" "地域移行支援" "Community transition support", CommunitySettlement "community_settlement_support" "地域定着支援" "Community settlement support",
        IndependentLiving "independent_living_assistance" "自立生活援助" "Independent living assistance", GroupHome "group_home" "共同生活援助" "Group home", Other "other" "その他" "Other",
    }
    /// 手帳・受給者証など.
    CertificateKind "certificate_kind" {
        Disability "disability_certificate" "精神障害者保健福祉手帳" "Mental disability certificate", MedicalCost "medical_cost_support" "自立支援医療" "Outpatient cost support", SupportLevel "support_level" "障害支援区分" "Support level",
        MedicalProtectionPeriod "medical_protection_period" "医療保護入院の入院期間" "Period of medical protection", Intellectual "intellectual_certificate" "療育手帳" "Intellectual disability certificate", Physical "physical_certificate" "身体障害者手帳" "Physical disability certificate",
        CareInsurance "care_insurance" "介護保険" "Care insurance", PensionDiagnosis "pension_diagnosis" "年金診断書" "Pension medical report",
    }
}

impl Destination {
    /// A move to another hospital or a death ends the stay but is no discharge to the community.
    pub const fn is_discharge(self) -> bool {
        !matches!(self, Self::OtherHospital | Self::Deceased)
    }
}
