//! A style narrowed to sources of one profile. For each word it writes the processor asks the questions of a style anew, and nearly all
//! are about kinds and fields that no source of a site has.
//!
//! In: a whole style and a profile. Out: a style that writes the same entry of a list for it. Never: decides by what stands in a field.

use std::collections::HashMap;
use std::iter::{once, repeat_n};

use citationberg::taxonomy::{StandardVariable, Variable};
use citationberg::{
    Choose, ChooseBranch, ChooseMatch, CslMacro, IndependentStyle, LayoutRenderingElement as Element, NamesChild, TextTarget, ToAffixes,
};

use super::profile::Profile;

/// Leaves out of a style what sources of a profile never need.
pub(super) fn narrow(style: &IndependentStyle, profile: &Profile) -> IndependentStyle {
    let mut citation = style.citation.clone();
    // The mark in the running text: written twice before each entry, and shown nowhere.
    citation.layout.elements.clear();
    citation.sort = None;
    let mut bibliography = style.bibliography.clone();
    let mut narrowing = Narrowing { profile, whole: &style.macros, macros: HashMap::new() };
    if let Some(list) = &mut bibliography {
        // A list of one source is in order.
        list.sort = None;
        narrowing.settle(&mut list.layout.elements);
    }
    let macros = narrowing.macros.into_iter().filter_map(|(name, settled)| Some(CslMacro { name, children: settled?.0 })).collect();
    IndependentStyle {
        info: style.info.clone(),
        default_locale: style.default_locale.clone(),
        version: style.version.clone(),
        citation,
        bibliography,
        settings: style.settings.clone(),
        macros,
        locale: style.locale.clone(),
    }
}

/// How an element that never prints counts for the group around it, which prints nothing where all its variables are empty.
#[derive(Debug, Clone)]
enum Silence {
    /// As if it were not there.
    Unnoticed,
    /// As an empty variable; with an element of this effect alone.
    Empty(Box<Element>),
}

/// The children of a macro that are left, and its silence where none of them ever prints.
type Settled = (Vec<Element>, Option<Silence>);

/// A style on the way to be narrow.
struct Narrowing<'a> {
    profile: &'a Profile,
    whole: &'a [CslMacro],
    /// The macros that are needed, none while one is being made.
    macros: HashMap<String, Option<Settled>>,
}

impl Narrowing<'_> {
    /// Narrows elements; they count as silent where all of them are.
    fn settle(&mut self, elements: &mut Vec<Element>) -> Option<Silence> {
        let mut empty = None;
        let mut speaks = false;
        let mut left = Vec::with_capacity(elements.len());
        for mut element in elements.drain(..) {
            match self.settle_one(&mut element) {
                None => {
                    speaks = true;
                    left.push(element);
                }
                Some(Silence::Unnoticed) => {}
                Some(Silence::Empty(sign)) if empty.is_none() => {
                    left.push(Element::clone(&sign));
                    empty = Some(sign);
                }
                Some(Silence::Empty(_)) => {}
            }
        }
        *elements = left;
        (!speaks).then(|| empty.map_or(Silence::Unnoticed, Silence::Empty))
    }

    fn settle_one(&mut self, element: &mut Element) -> Option<Silence> {
        let lacks = match element {
            Element::Text(text) => match &text.target {
                TextTarget::Variable { var: Variable::Standard(StandardVariable::YearSuffix), .. } => false,
                TextTarget::Variable { var, .. } => self.profile.lacks(*var),
                TextTarget::Macro { name } => {
                    let silence = self.settle_macro(&name.clone());
                    return silence.filter(|_| !text.quotes);
                }
                _ => false,
            },
            Element::Date(date) => date.variable.is_some_and(|variable| self.profile.lacks(variable.into())),
            Element::Number(number) => self.profile.lacks(number.variable.into()),
            Element::Label(label) => return self.profile.lacks(label.variable.into()).then_some(Silence::Unnoticed),
            Element::Names(names) => {
                for child in &mut names.children {
                    if let NamesChild::Substitute(substitute) = child {
                        self.settle(&mut substitute.children);
                    }
                }
                let is_silent = names.substitute().is_none() && names.variable.iter().all(|name| self.profile.lacks((*name).into()));
                return is_silent.then_some(Silence::Unnoticed);
            }
            Element::Group(group) => {
                let silence = self.settle(&mut group.children);
                let affixes = group.to_affixes();
                // A group without variables prints what stands around it.
                let is_bare = affixes.prefix.is_none() && affixes.suffix.is_none();
                return silence.filter(|silence| is_bare || matches!(silence, Silence::Empty(_)));
            }
            Element::Choose(choose) => return self.settle_choice(choose),
        };
        lacks.then(|| Silence::Empty(Box::new(element.clone())))
    }

    fn settle_macro(&mut self, name: &str) -> Option<Silence> {
        if let Some(known) = self.macros.get(name) {
            return known.as_ref().and_then(|(_, silence)| silence.clone());
        }
        let mut children = self.whole.iter().find(|whole| whole.name == name)?.children.clone();
        self.macros.insert(name.to_owned(), None);
        let silence = self.settle(&mut children);
        self.macros.insert(name.to_owned(), Some((children, silence.clone())));
        silence
    }

    /// Drops the branches that are never taken, and all behind the first that always is.
    fn settle_choice(&mut self, choose: &mut Choose) -> Option<Silence> {
        let first = std::mem::replace(&mut choose.if_, always(self.profile, Vec::new()));
        let mut left = Vec::new();
        let mut is_decided = false;
        for mut branch in once(first).chain(choose.else_if.drain(..)) {
            match self.ask(&mut branch) {
                Some(true) => {
                    left.push(always(self.profile, branch.children));
                    choose.otherwise = None;
                    is_decided = left.len() == 1;
                    break;
                }
                Some(false) => {}
                None => left.push(branch),
            }
        }
        if left.is_empty() {
            is_decided = true;
            let children = choose.otherwise.take().map_or_else(Vec::new, |otherwise| otherwise.children);
            left.push(always(self.profile, children));
        }
        let mut silence = None;
        for branch in &mut left {
            silence = self.settle(&mut branch.children);
        }
        if let Some(otherwise) = &mut choose.otherwise {
            self.settle(&mut otherwise.children);
        }
        choose.if_ = left.remove(0);
        choose.else_if = left;
        silence.filter(|_| is_decided)
    }

    /// Whether a branch is taken, as far as the profile decides it; what it has decided is no longer asked.
    fn ask(&self, branch: &mut ChooseBranch) -> Option<bool> {
        let mut answers = Vec::new();
        if let Some(kinds) = branch.type_.take() {
            answers.extend(kinds.into_iter().map(|kind| self.profile.kind == Some(kind)));
        }
        if let Some(variables) = &mut branch.variable {
            // What a field holds is not known here, and may be nothing.
            let asked = variables.len();
            variables.retain(|variable| !self.profile.lacks(*variable));
            answers.extend(repeat_n(false, asked - variables.len()));
        }
        branch.variable = branch.variable.take().filter(|variables| !variables.is_empty());
        let asks_more = branch.disambiguate.is_some()
            || branch.is_numeric.is_some()
            || branch.is_uncertain_date.is_some()
            || branch.locator.is_some()
            || branch.position.is_some()
            || branch.variable.is_some();
        match branch.match_ {
            ChooseMatch::Any if answers.contains(&true) => Some(true),
            ChooseMatch::All if answers.contains(&false) => Some(false),
            ChooseMatch::None if answers.contains(&true) => Some(false),
            ChooseMatch::Any => (!asks_more).then_some(false),
            ChooseMatch::All | ChooseMatch::None => (!asks_more).then_some(true),
        }
    }
}

/// A branch that sources of this profile always take.
fn always(profile: &Profile, children: Vec<Element>) -> ChooseBranch {
    ChooseBranch {
        disambiguate: None,
        is_numeric: None,
        is_uncertain_date: None,
        locator: None,
        position: None,
        type_: profile.kind.map(|kind| vec![kind]),
        variable: None,
        match_: ChooseMatch::All,
        children,
    }
}
