//! Code lists of the contact record, of visits and of plans.

use super::vocabulary;

vocabulary! {
    /// 方法.
    Method "method" {
        InterviewHospital "interview_hospital" "面接（院内）" "Interview in hospital", HomeVisit "home_visit" "訪問（居宅等）" "Home visit", VisitFacility "visit_facility" "訪問（事業所等）" "Visit to a service",
        Accompany "accompany" "同行" "Accompaniment", Office "office" "来所" "At the office", Phone "phone" "電話" "Phone", Online "online" "オンライン" "Online", Mail "mail" "メール・FAX" "Mail, fax", Letter "letter" "手紙" "Letter",
        Meeting "meeting" "会議" "Meeting", Other "other" "その他" "Other", Unknown "unknown" "不明" "Unknown",
    }
    /// 相手方.
    Counterpart "counterpart" {
        Person "person" "本人" "The person", Family "family" "家族等" "Family", Hospital "hospital" "医療機関" "Hospital", Support "support" "支援機関" "Support organisation",
        Municipality "municipality" "行政" "Municipality", Housing "housing" "住居関係者" "Housing", Peer "peer" "ピア" "Peer", Other "other" "その他" "Other", Unknown "unknown" "不明" "Unknown",
    }
    /// Outcome of one attempt to meet a person.
    Outcome "outcome" { Met "met" "会えた" "Met", Away "away" "不在" "Away", Unwilling "unwilling" "希望されず" "Did not wish", Unwell "unwell" "体調" "Unwell", Out "out" "外出" "Out" }
    /// 訪問の目的.
    Purpose "purpose" {
        Interview "interview" "面接" "Interviews", Ward "ward" "病棟との打合せ" "Talk with the ward", Meeting "meeting" "会議" "Meeting", Programme "programme" "プログラム" "Programme",
        Briefing "briefing" "事業説明" "Briefing", Survey "survey" "630調査の返し" "Return of survey figures", Greeting "greeting" "挨拶" "Greeting",
    }
    /// Kind of a planned item.
    PlanKind "plan_kind" { Visit "visit" "病院訪問" "Hospital visit", Session "session" "プログラム" "Programme session", Meeting "meeting" "会議・打合せ" "Meeting", Accompany "accompany" "同行" "Accompaniment", Own "own" "自分の時間" "Own time" }
    /// What became of a plan.
    PlanResult "plan_result" { Planned "planned" "予定" "Planned", Done "done" "実施" "Done", Cancelled "cancelled" "中止" "Cancelled", Changed "changed" "変更" "Changed" }
    /// What a recurring plan does on a day off: a national holiday, or one that the user or the hospital has for itself.
    HolidayRule "holiday_rule" { Keep "keep" "祝日もそのまま" "Also on holidays", Skip "skip" "祝日は休み" "Not on holidays", Next "next" "祝日は翌営業日" "Next working day on holidays", Previous "previous" "祝日は前営業日" "Working day before on holidays" }
    /// 記載の種類.
    RecordSource "record_source" { OnTheSpot "on_the_spot" "その場" "On the spot", Later "later" "後から" "Later", Transcribed "transcribed" "転記" "Transcribed" }
    /// 重要・申し送り.
    Importance "importance" { Risk "risk" "リスク" "Risk", Rights "rights" "権利" "Rights", Complaint "complaint" "苦情" "Complaint", Accident "accident" "事故" "Accident" }
}

impl Method {
    /// Face to face with the person when the counterpart is the person: interview, visit, accompaniment, office.
    pub const fn is_face_to_face(self) -> bool {
        matches!(
            self,
            Self::InterviewHospital | Self::HomeVisit | Self::VisitFacility | Self::Accompany | Self::Office
        )
    }
    /// Minutes filled in when nobody typed any: interviews and visits 30, phone 10, else none. Marked 推定.
    pub const fn usual_minutes(self) -> Option<u32> {
        match self {
            Self::InterviewHospital | Self::HomeVisit | Self::VisitFacility | Self::Office => Some(30),
            Self::Phone => Some(10),
            _ => None,
        }
    }
}
