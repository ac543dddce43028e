//! 段階 「入口から出口まで」: nine stages in three phases.

use super::vocabulary;

vocabulary! {
    /// Where on the road a case stands. Stages order the road, they do not lock it.
    Stage "stage" {
        Identified "identified" "把握・選定" "Identified",
        Engagement "engagement" "面談・同意" "Meeting and consent",
        Planning "planning" "アセスメント・計画" "Assessment and plan",
        Preparation "preparation" "院内外プログラム・外出同行" "Programmes and outings",
        Housing "housing" "住居設定・体験宿泊" "Housing and trial stays",
        DischargeCoordination "discharge_coordination" "退院調整" "Discharge coordination",
        Transition "transition" "退院・移行期" "Discharge and transition",
        Settlement "settlement" "地域定着" "Settlement",
        Closed "closed" "終結" "Closed",
    }
    /// The three phases above the nine stages.
    Phase "phase" {
        Entrance "entrance" "入口" "Entrance",
        Moving "moving" "移行" "On the way",
        Exit "exit" "出口" "Exit",
    }
}

impl Stage {
    /// The phase of the stage.
    pub const fn phase(self) -> Phase {
        match self {
            Self::Identified | Self::Engagement | Self::Planning => Phase::Entrance,
            Self::Preparation | Self::Housing | Self::DischargeCoordination => Phase::Moving,
            Self::Transition | Self::Settlement | Self::Closed => Phase::Exit,
        }
    }
    /// 候補: noticed, but not yet asked and agreed (把握・選定).
    pub const fn is_candidate(self) -> bool {
        matches!(self, Self::Identified)
    }
}
