//! The written forms of a register for a reader that looks in its own way: the search of finished bytes.

use super::{Part, Strength, forms, organisations};
use crate::register::{OrganisationKind, Register};

/// Whose name a written form is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// A client's.
    Client,
    /// Somebody's of the directory.
    Person,
    /// An organisation's, by its number in the register. Public bodies have none here.
    Organisation(usize, OrganisationKind),
}

/// One written form of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The form.
    pub text: String,
    /// How much of the name it is; a short form of an organisation is a part alone.
    pub part: Part,
    /// Whose name it is.
    pub whose: Whose,
}

/// Every written form of every name. Short forms of organisations that are everyday words are left out.
pub fn written(register: &Register) -> Vec<Written> {
    let mut all = Vec::new();
    let mut add = |forms: forms::Forms, whose: Whose| {
        let named = forms.into_iter().filter(|(text, _)| !text.trim().is_empty());
        all.extend(named.map(|(text, part)| Written { text, part, whose }));
    };
    for client in &register.clients {
        add(forms::client(client), Whose::Client);
    }
    for person in &register.people {
        add(forms::person(&person.name, &person.kana), Whose::Person);
    }
    for (n, organisation) in register.organisations.iter().enumerate() {
        let found = organisations::forms(organisation, &register.city);
        let forms = found.into_iter().filter(|form| form.strength < Strength::Cued).map(|form| {
            let part = if form.whole { Part::Whole } else { Part::Alone };
            (form.text, part)
        });
        add(forms.collect(), Whose::Organisation(n, organisation.kind));
    }
    all
}
