//! Code lists of the directory and of hospital statistics.

use super::vocabulary;

vocabulary! {
    /// 機関の種別.
    OrganisationType "organisation_type" {
        PsychiatricHospital "psychiatric_hospital" "精神科病院" "Psychiatric hospital", GeneralHospital "general_hospital" "総合病院精神科" "General hospital", Clinic "clinic" "診療所" "Clinic",
        ConsultationCenter "consultation_center" "相談支援（委託）" "Consultation centre", CoreCenter "core_center" "基幹相談支援センター" "Core consultation centre", PlanOffice "plan_office" "計画相談" "Plan consultation office",
        CommunityLifeCenter "community_life_center" "地域生活支援センター" "Community life centre", GroupHome "group_home" "グループホーム" "Group home", LodgingTraining "lodging_training" "宿泊型自立訓練" "Residential training",
        DayService "day_service" "日中系" "Day service", Employment "employment" "就労系" "Employment service", VisitingNurse "visiting_nurse" "訪問看護" "Visiting nurse", Helper "helper" "居宅介護" "Home help", HousingSupport "housing_support" "居住支援法人" "Housing support",
        RealEstate "real_estate" "不動産" "Real estate", MunicipalityHq "municipality_hq" "市役所本庁" "City hall", WardOffice "ward_office" "区役所" "Ward office", MhCenter "mh_center" "精神保健福祉センター" "Mental health centre",
        HealthCenter "health_center" "保健所" "Health centre", Council "council" "自立支援協議会" "Council", PeerGroup "peer_group" "当事者団体" "Peer group", FamilyGroup "family_group" "家族会" "Family group", SocialCouncil "social_council" "社会福祉協議会" "Social welfare council", Other "other" "その他" "Other",
    }
    /// 経験（精神）.
    Experience "experience" { None "none" "なし" "None", Few "few" "少" "Few", Some "some" "中" "Some", Many "many" "豊富" "Many" }
    /// 関係の状態.
    RelationshipState "relationship_state" { None "none" "未接触" "No contact", Briefed "briefed" "説明済み" "Briefed", CaseByCase "case_by_case" "個別連携" "Case by case", Regular "regular" "定例連携" "Regular", Joint "joint" "共同実施" "Joint" }
    /// 職種.
    Job "job" {
        Physician "physician" "医師" "Physician", Nurse "nurse" "看護師" "Nurse", Psw "psw" "精神保健福祉士" "Psychiatric social worker", SocialWorker "social_worker" "社会福祉士" "Social worker", OccupationalTherapist "occupational_therapist" "作業療法士" "Occupational therapist",
        Psychologist "psychologist" "公認心理師" "Psychologist", Pharmacist "pharmacist" "薬剤師" "Pharmacist", ConsultationSpecialist "consultation_specialist" "相談支援専門員" "Consultation specialist", ServiceManager "service_manager" "サービス管理責任者" "Service manager",
        GroupHomeStaff "group_home_staff" "世話人" "Group home staff", PublicHealthNurse "public_health_nurse" "保健師" "Public health nurse", Caseworker "caseworker" "ケースワーカー" "Caseworker", Administrator "administrator" "事務" "Administrator",
        Landlord "landlord" "家主" "Landlord", RealEstateAgent "real_estate_agent" "不動産業者" "Estate agent", PeerSupporter "peer_supporter" "ピアサポーター" "Peer supporter", AreaAdvisor "area_advisor" "広域アドバイザー" "Area advisor", Family "family" "家族" "Family", Other "other" "その他" "Other",
    }
    /// 6月の退院先（630型）.
    SurveyDestination "survey_destination" { Home "home" "家庭復帰等" "Home", GroupHome "group_home" "GH等" "Group home", ElderlyFacility "elderly_facility" "高齢者福祉施設" "Facility for the elderly", Transfer "transfer" "転院" "Transfer", Death "death" "死亡" "Death", Other "other" "その他" "Other" }
    /// 病院データの出所.
    SurveySource "survey_source" { Survey630 "survey630" "630調査" "Survey 630", HospitalReport "hospital_report" "病院報告" "Hospital report", Hospital "hospital" "病院提供" "From the hospital", City "city" "市提供" "From the city" }
}

impl OrganisationType {
    /// Hospitals with psychiatric wards, the places of 病院訪問.
    pub const fn is_hospital(self) -> bool {
        matches!(self, Self::PsychiatricHospital | Self::GeneralHospital)
    }
}
