//! What surrounds the cases of a ward: hospitals, people, a programme, meetings and papers.

use super::Ward;
use super::tools::Day;

impl Ward {
    pub(super) fn directory(&mut self) {
        self.hospitals = self.dice.between(2, 5);
        for n in 1..=self.hospitals {
            let beds = self.dice.between(60, 320).to_string();
            let kind = self.dice.pick(&["psychiatric_hospital", "general_hospital", "精神科病院"]);
            self.organisations.row(&[
                &format!("M{n}"),
                &format!("汐凪{n}号病院"),
                "しおなぎびょういん",
                kind,
                "港区域",
                "浜手区",
                &beds,
                "",
                "regular",
                "海の,見える\r\n丘",
            ]);
            let mut counts: Vec<String> = (0..18).map(|_| self.dice.below(90).to_string()).collect();
            counts[17] = String::new();
            let mut row = vec!["2023".to_owned(), format!("M{n}"), beds];
            row.extend(counts);
            self.survey.rows.push(row);
            self.survey_discharges.row(&["2023", &format!("M{n}"), "家庭復帰等", "4", "1"]);
        }
        for n in 1..=self.dice.between(4, 9) {
            let kind =
                self.dice.pick(&["consultation_center", "group_home", "ward_office", "visiting_nurse", ""]);
            self.organisations.row(&[
                &format!("S{n}"),
                &format!("相談室しおさい{n}"),
                "",
                kind,
                "山区域",
                "",
                "",
                "few",
                "",
                "",
            ]);
        }
        for n in 1..=self.dice.between(3, 8) {
            let job = self.dice.pick(&["nurse", "精神保健福祉士", "peer_supporter", ""]);
            let hospital = self.hospital();
            self.people.row(&[&format!("Q{n}"), &format!("支援者{n}"), "", &hospital, job]);
        }
    }

    pub(super) fn programme(&mut self, cases: usize) {
        let hospital = self.hospital();
        self.programmes.row(&["R1", "なぎさの会", &hospital, "2023-02-08", "", "running"]);
        for n in 1..=self.dice.between(3, 12) {
            let day = Day::of(2023, 2, 8).later(n * 33);
            let place = self.dice.pick(&["inside", "院外", ""]);
            self.sessions.row(&[
                "R1",
                &n.to_string(),
                &day.text(),
                "13:30",
                "15:00",
                place,
                "海の話",
                "支援者1;支援者2",
            ]);
            for case in 1..=cases {
                if self.dice.percent(20) {
                    let attendance =
                        self.dice.pick(&["present", "partial", "absent", "unwell", "not_yet", "discharged"]);
                    self.attendance.row(&["R1", &n.to_string(), &format!("D{case:03}"), attendance]);
                }
            }
        }
    }

    pub(super) fn work(&mut self) {
        let start = Day::of(2023, 1, 15);
        for _ in 0..self.dice.between(3, 40) {
            let dice = &mut self.dice;
            let kind = dice.pick(&[
                "council",
                "liaison",
                "hospital_meeting",
                "network",
                "briefing",
                "training",
                "city_meeting",
                "other",
            ]);
            let day = start.later(dice.below(560)).text();
            self.activities.row(&[
                &day,
                kind,
                "会議",
                dice.pick(&["60", "90", ""]),
                dice.pick(&["0", "12", ""]),
                "",
                "",
                "",
                "",
                "",
            ]);
        }
        for _ in 0..self.dice.below(25) {
            let hospital = self.hospital();
            let day = start.later(self.dice.below(560)).text();
            self.support.row(&[
                &day,
                &hospital,
                self.dice.pick(&["backup", "supervision", "consultation"]),
                "家族への説明",
            ]);
        }
        for month in 1..=self.dice.between(1, 6) {
            self.publications.row(&[&format!("2023-{:02}", month * 2), "newsletter", "なぎさだより"]);
        }
    }
}
