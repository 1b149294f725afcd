//! The map of places: marks on a cut of the world, near ones in one mark, each with its text twin in a list.
//!
//! Units are tenths of a degree; east and west are drawn in four fifths of them, so that middle latitudes look right.

use serde::Serialize;

use super::actor::sort_key;
use super::parts::CountedLink;
use super::route::Route;
use super::site_plan::SitePlan;
use crate::graph::{Place, PlaceId};

/// A drawing of places.
#[derive(Debug, Clone, Serialize)]
pub struct PlaceMap {
    /// The part of the world that is shown: left, top, width, height.
    pub view_box: String,
    /// The size of the letters.
    pub letter: String,
    pub marks: Vec<MapMark>,
}

/// A mark on the map: a place, or several that lie too near to be told apart.
#[derive(Debug, Clone, Serialize)]
pub struct MapMark {
    /// The anchor of its line in the list below the map.
    pub id: String,
    pub x: String,
    pub y: String,
    pub radius: String,
    /// What the mark is called: `Ürümqi and 15 more`.
    pub name: String,
    pub event_count: usize,
    /// Where its name is written; none where there is no room.
    pub label: Option<MapLabel>,
    /// The places of the mark, those with the most events first.
    pub places: Vec<CountedLink>,
}

/// Where the name of a mark is written.
#[derive(Debug, Clone, Serialize)]
pub struct MapLabel {
    pub x: String,
    pub y: String,
    /// `start` or `end`: which end of the name stands at `x`.
    pub anchor: &'static str,
}

/// The width of a tenth of a degree of longitude.
const EAST: f64 = 8.0;
/// The height of a degree of latitude.
const NORTH: f64 = 10.0;
/// The least part of the world that is shown, in units.
const LEAST_WIDTH: f64 = 360.0;
/// The map is twice as wide as high.
const SHAPE: f64 = 2.0;
/// Places within this share of the width share a mark.
const NEAR: f64 = 0.03;

impl SitePlan<'_> {
    /// Draws the places that have coordinates and events; none when there is none.
    pub(super) fn map(&self, places: &[PlaceId]) -> Option<PlaceMap> {
        let mut located: Vec<Located> = places.iter().filter_map(|&id| Located::of(self.graph.place(id))).collect();
        located.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.link.href.cmp(&b.link.href)));
        let cut = Cut::around(&located)?;
        let mut clusters: Vec<Vec<Located>> = Vec::new();
        for place in located {
            match clusters.iter_mut().find(|cluster| cluster[0].distance(&place) < cut.width * NEAR) {
                Some(cluster) => cluster.push(place),
                None => clusters.push(vec![place]),
            }
        }
        let letter = cut.width * 0.017;
        let mut taken: Vec<Area> = clusters.iter().map(|cluster| Area::around(&cluster[0], radius(cluster, &cut))).collect();
        let marks = clusters.into_iter().map(|cluster| mark(cluster, &cut, letter, &mut taken)).collect();
        Some(PlaceMap { view_box: cut.view_box(), letter: number(letter), marks })
    }
}

/// A place with its coordinates on the drawing.
struct Located {
    x: f64,
    y: f64,
    count: usize,
    id: String,
    link: CountedLink,
}

impl Located {
    fn of(place: &Place) -> Option<Self> {
        let (lat, lon) = place.coordinates?;
        let count = place.events.len();
        let href = Route::record("places", &place.id).href();
        let link = CountedLink { name: place.name.clone(), href, count };
        Some(Self { x: lon * EAST, y: -lat * NORTH, count, id: place.id.to_string(), link })
    }

    fn distance(&self, other: &Self) -> f64 {
        (self.x - other.x).hypot(self.y - other.y)
    }
}

/// The part of the world that is shown.
struct Cut {
    left: f64,
    top: f64,
    width: f64,
}

impl Cut {
    fn around(places: &[Located]) -> Option<Self> {
        let bounds = |of: fn(&Located) -> f64| {
            let least = places.iter().map(of).reduce(f64::min)?;
            let most = places.iter().map(of).reduce(f64::max)?;
            Some((least, most))
        };
        let (west, east) = bounds(|place| place.x)?;
        let (north, south) = bounds(|place| place.y)?;
        let whole = 360.0 * EAST;
        let width = ((east - west) * 1.2).max((south - north) * 1.3 * SHAPE).clamp(LEAST_WIDTH, whole);
        let height = width / SHAPE;
        let left = ((east + west - width) / 2.0).clamp(-whole / 2.0, whole / 2.0 - width);
        let top = ((north + south - height) / 2.0).clamp(-90.0 * NORTH, 90.0 * NORTH - height);
        Some(Self { left, top, width })
    }

    fn view_box(&self) -> String {
        [self.left, self.top, self.width, self.width / SHAPE].map(number).join(" ")
    }
}

/// A stretch of the drawing that is used.
struct Area {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl Area {
    fn around(place: &Located, radius: f64) -> Self {
        Self { left: place.x - radius, top: place.y - radius, right: place.x + radius, bottom: place.y + radius }
    }

    fn meets(&self, other: &Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }
}

fn mark(mut cluster: Vec<Located>, cut: &Cut, letter: f64, taken: &mut Vec<Area>) -> MapMark {
    let radius = radius(&cluster, cut);
    let event_count = cluster.iter().map(|place| place.count).sum();
    let (x, y, id) = (cluster[0].x, cluster[0].y, format!("around-{}", cluster[0].id));
    let name = match cluster.len() {
        1 => cluster[0].link.name.clone(),
        several => format!("{} and {} more", cluster[0].link.name, several - 1),
    };
    let label = place_label(&name, (x, y), radius, letter, cut, taken);
    cluster[1..].sort_by_cached_key(|place| (std::cmp::Reverse(place.count), sort_key(&place.link.name)));
    let places = cluster.into_iter().map(|place| place.link).collect();
    MapMark { id, x: number(x), y: number(y), radius: number(radius), name, event_count, label, places }
}

/// The area of a mark grows with its events.
fn radius(cluster: &[Located], cut: &Cut) -> f64 {
    let events: usize = cluster.iter().map(|place| place.count).sum();
    cut.width * (0.005 + 0.0016 * (events as f64).sqrt())
}

/// Writes a name to the east of its mark, else to the west, where it meets nothing.
fn place_label(name: &str, (x, y): (f64, f64), radius: f64, letter: f64, cut: &Cut, taken: &mut Vec<Area>) -> Option<MapLabel> {
    let width = name.chars().map(|c| if c.is_ascii() { 0.58 } else { 0.9 }).sum::<f64>() * letter;
    let gap = letter * 0.4;
    for (anchor, left) in [("start", x + radius + gap), ("end", x - radius - gap - width)] {
        let area = Area { left, top: y - letter * 0.7, right: left + width, bottom: y + letter * 0.7 };
        let is_inside = area.left > cut.left && area.right < cut.left + cut.width;
        if is_inside && !taken.iter().any(|other| other.meets(&area)) {
            let at = if anchor == "start" { area.left } else { area.right };
            taken.push(area);
            return Some(MapLabel { x: number(at), y: number(y + letter * 0.35), anchor });
        }
    }
    None
}

/// A coordinate with one digit behind the point: the same on every machine.
fn number(value: f64) -> String {
    format!("{value:.1}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(name: &str, x: f64, y: f64, count: usize) -> Located {
        let link = CountedLink { name: name.to_owned(), href: format!("places/{name}/index.html"), count };
        Located { x, y, count, id: name.to_owned(), link }
    }

    #[test]
    fn the_cut_holds_every_place_and_stays_on_the_world() {
        for places in [
            vec![place("a", 0.0, 0.0, 1)],
            vec![place("w", -1400.0, -600.0, 1), place("e", 1400.0, 500.0, 1)],
            vec![place("n", 0.0, -895.0, 1), place("s", 10.0, 890.0, 1)],
        ] {
            let cut = Cut::around(&places).unwrap();
            let height = cut.width / SHAPE;
            assert!(cut.left >= -1440.0 && cut.left + cut.width <= 1440.0);
            for place in &places {
                assert!(place.x >= cut.left && place.x <= cut.left + cut.width, "{}", place.id);
                let is_high_enough = place.y >= cut.top && place.y <= cut.top + height;
                assert!(is_high_enough || cut.width == 2880.0, "{}", place.id);
            }
        }
        assert!(Cut::around(&[]).is_none());
    }

    #[test]
    fn a_name_without_room_is_left_to_the_list() {
        let cut = Cut { left: -200.0, top: -100.0, width: 400.0 };
        let mut taken = Vec::new();
        assert_eq!(place_label("Beijing", (0.0, 0.0), 4.0, 7.0, &cut, &mut taken).unwrap().anchor, "start");
        assert_eq!(place_label("Tianjin", (1.0, 1.0), 4.0, 7.0, &cut, &mut taken).unwrap().anchor, "end");
        assert!(place_label("Langfang", (2.0, 2.0), 4.0, 7.0, &cut, &mut taken).is_none());
    }
}
