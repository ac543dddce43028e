//! Code lists of work that is not casework.

use super::vocabulary;

vocabulary! {
    /// 活動の区分.
    ActivityKind "activity_kind" {
        Council "council" "自立支援協議会" "Local council", Liaison "liaison" "連絡会" "Liaison meeting", HospitalMeeting "hospital_meeting" "病院連携会議" "Meeting with a hospital", Network "network" "地区ネットワーク会議" "Area network",
        Briefing "briefing" "事業説明" "Briefing", InHouse "in_house" "院内周知" "In-hospital awareness", Training "training" "研修会" "Training", CaseStudy "case_study" "事例検討会" "Case conference", CityMeeting "city_meeting" "市との打合せ" "Meeting with the city",
        AdConference "ad_conference" "AD合同会議" "Advisors' conference", AdvisorVisit "advisor_visit" "広域アドバイザー来訪" "Visit of the area advisor", PeerMeeting "peer_meeting" "ピア打合せ" "Meeting with peers",
        Publication "publication" "情報発信" "Information", Supervision "supervision" "スーパービジョン（受ける）" "Supervision received", Other "other" "その他" "Other",
    }
    /// 相手の関わり.
    PartnerRole "partner_role" { InfoOnly "info_only" "情報提供のみ" "Information only", Cooperate "cooperate" "協力" "Cooperation", Joint "joint" "共同実施" "Joint", Lead "lead" "主導" "Lead" }
    /// 支援者への支援.
    SupportKind "support_kind" { Backup "backup" "バックアップ" "Back-up", Supervision "supervision" "スーパービジョン" "Supervision", Consultation "consultation" "コンサルテーション" "Consultation" }
    /// 支援者への支援のテーマ.
    SupportTheme "support_theme" { Entrance "entrance" "入口" "Entrance", Papers "papers" "書類" "Papers", Family "family" "家族" "Family", Housing "housing" "住居" "Housing", Settlement "settlement" "定着" "Settlement", InHouse "in_house" "院内調整" "Inside the hospital", Other "other" "その他" "Other" }
    /// 情報発信の種類.
    PublicationKind "publication_kind" { Newsletter "newsletter" "ニュースレター" "Newsletter", Website "website" "ウェブ" "Website", Slides "slides" "発表資料" "Slides", CouncilReport "council_report" "協議会報告" "Council report", Other "other" "その他" "Other" }
    /// 気づきの状態.
    IssueStatus "issue_status" { Open "open" "気づき" "Noted", Theme "theme" "課題" "Issue", Reported "reported" "報告済み" "Reported" }
    /// 展開の段階.
    ExpansionStep "expansion_step" { Survey "survey" "現状把握" "Survey", Relations "relations" "関係づくり" "Relations", Briefing "briefing" "事業説明" "Briefing", Trial "trial" "試行" "Trial", Settled "settled" "定着" "Settled" }
    /// 活動時間の内訳: to which kind of work an hour belongs.
    WorkKind "work_kind" {
        Casework "casework" "個別支援" "Casework", Programme "programme" "退院プログラム" "Programmes", Hospital "hospital" "病院への働きかけ" "Work with hospitals", Network "network" "協議会・ネットワーク" "Councils and networks",
        Training "training" "研修会" "Training", Support "support" "バックアップ・SV" "Support to others", Information "information" "情報発信" "Information", Administration "administration" "事務・打合せ" "Administration",
    }
}

impl ActivityKind {
    /// The kind of work to which the hours of such an activity belong (table 25).
    pub const fn work(self) -> WorkKind {
        match self {
            Self::HospitalMeeting | Self::Briefing | Self::InHouse => WorkKind::Hospital,
            Self::Council | Self::Liaison | Self::Network => WorkKind::Network,
            Self::Training | Self::CaseStudy => WorkKind::Training,
            Self::Supervision | Self::AdvisorVisit => WorkKind::Support,
            Self::PeerMeeting => WorkKind::Programme,
            Self::Publication => WorkKind::Information,
            Self::CityMeeting | Self::AdConference | Self::Other => WorkKind::Administration,
        }
    }
    /// Meetings and briefings of table 19 (everything with a body and participants, but trainings).
    pub const fn is_meeting(self) -> bool {
        !matches!(self, Self::Training | Self::Publication)
    }
}
