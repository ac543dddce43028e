//! Code lists of discharge programmes.

use super::vocabulary;

vocabulary! {
    /// 状態 of a programme.
    ProgrammeStatus "programme_status" { Preparing "preparing" "準備中" "Preparing", Running "running" "実施中" "Running", Finished "finished" "終了" "Finished" }
    /// 場.
    Place "session_place" { Inside "inside" "院内" "In hospital", Outside "outside" "院外" "Outside" }
    /// 出欠.
    Attendance "attendance" {
        Present "present" "出席" "Present", Partial "partial" "遅刻・早退" "Partly", Absent "absent" "欠席" "Absent", Unwell "unwell" "体調不良" "Unwell",
        NotYet "not_yet" "参加前" "Not yet joined", Discharged "discharged" "退院済み" "Discharged",
    }
    /// 主催・共催・協力.
    OrganiserRole "organiser_role" { Host "host" "主催" "Host", CoHost "co_host" "共催" "Co-host", Cooperate "cooperate" "協力" "Cooperation" }
    /// 立場: the side of somebody who takes part in work that is done together.
    Side "side" { Medical "medical" "医療" "Medical", Support "support" "福祉" "Support", Municipal "municipal" "行政" "Municipality", Peer "peer" "当事者" "Peers", Family "family" "家族" "Families", Housing "housing" "住まい" "Housing", Other "other" "その他" "Other" }
    /// ピアサポーターの活動.
    PeerActivityKind "peer_activity_kind" { Session "session" "プログラムの回" "Session", Visit "visit" "病棟訪問・面会" "Visit", Accompany "accompany" "外出の同行" "Accompaniment", Meeting "meeting" "打合せ・ふりかえり" "Meeting", Training "training" "研修・発表" "Training or talk", Talk "talk" "様子をきいた" "Asked how they are", Other "other" "その他" "Other" }
}

impl PeerActivityKind {
    /// Work of one peer supporter that no other record holds: sessions and meetings have their own, and asking how she is
    /// is no work of hers.
    pub const fn is_own_work(self) -> bool {
        !matches!(self, Self::Session | Self::Meeting | Self::Talk)
    }
}

impl Attendance {
    /// Was in the room, from the beginning or for a part.
    pub const fn is_there(self) -> bool {
        matches!(self, Self::Present | Self::Partial)
    }
}
