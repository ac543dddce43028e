//! Lists that only a search knows: what a record is, how it stands, and what one should keep in mind about a person.

use super::vocabulary;

vocabulary! {
    /// What a record that can be found is.
    WrittenKind "written_kind" {
        Contact "contact" "記録" "Note", Case "case" "対象者" "Person supported", Organisation "organisation" "機関" "Organisation", Person "person" "関係者" "Contact person",
        Activity "activity" "活動" "Activity", Session "session" "プログラムの回" "Session", Support "support" "支援者への支援" "Support to others", Publication "publication" "情報発信" "Publication",
        Issue "issue" "気づき" "Observation", Task "task" "次の一手" "Next step",
    }
    /// How a person's case or a record stands.
    Standing "standing" {
        Active "active" "支援中" "Supported", OnHold "on_hold" "保留" "On hold", Ended "ended" "終結" "Closed",
        Todo "todo" "これから" "To do", Finished "finished" "済み" "Finished", Held "held" "実施" "Held", Planned "planned" "予定" "Planned", Cancelled "cancelled" "中止" "Cancelled",
        Theme "theme" "課題" "Issue", Reported "reported" "報告済み" "Reported",
    }
    /// What one should keep in mind about a person.
    Concern "concern" { Gap "gap" "間があいた方" "Not met for long", Deadline "deadline" "期限のある方" "With a deadline", Stalled "stalled" "動きのない方" "Not moving" }
}

impl Standing {
    /// True for what is said of a person's case, not of a record.
    pub const fn is_of_person(self) -> bool {
        matches!(self, Self::Active | Self::OnHold | Self::Ended)
    }
}
