use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process};

use crate::sites::site;
use crate::support::{Project, write_sites};

const PAGES: usize = 120;

/// Starts a program that writes both sites in turn, stops it at a moment that differs each time, and checks the laws.
fn stop_at_random_moments(signal: Signal, times: u64) {
    let project = Project::new();
    project.write(site('A', PAGES)).unwrap();
    project.put_foreign_things();
    let (mut interrupted, mut seen) = (0, std::collections::BTreeMap::new());
    let mut random: u64 = 0x9e37_79b9_7f4a_7c15;
    for round in 0..times {
        let mut build = interruptible(&write_sites())
            .arg(project.output())
            .args([&PAGES.to_string(), "forever"])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(build.stdout.take().unwrap()).lines();
        assert_eq!(lines.next().unwrap().unwrap(), "'A'");
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        thread::sleep(Duration::from_micros((random >> 33) % 90_000));
        kill_process(Pid::from_child(&build), signal).unwrap();
        assert!(!build.wait().unwrap().success());
        interrupted += usize::from(project.root.join(".site.staging-1").exists());

        let stood = which(&project);
        *seen.entry(stood).or_insert(0) += 1;
        project.assert_foreign_things(false);
        let next = if round % 2 == 0 { 'A' } else { 'B' };
        project.write(site(next, PAGES)).unwrap_or_else(|error| panic!("round {round}: {error}"));
        assert_eq!(which(&project), next);
        project.assert_foreign_things(true);
        project.assert_no_leftovers();
    }
    eprintln!("{times} times {signal:?}: {interrupted} in the middle of a write; the site that stood: {seen:?}");
    assert!(interrupted > 0, "no build was stopped in the middle");
}

/// The site that stands, apart from the note that a person keeps in `only-A`.
fn which(project: &Project) -> char {
    let (note, aside) = (project.output().join("only-A/note.txt"), project.root.join("note.txt"));
    fs::rename(&note, &aside).unwrap();
    let was_alone = fs::remove_dir(note.parent().unwrap()).is_ok();
    let which = project.which_site(PAGES);
    if was_alone {
        fs::create_dir(note.parent().unwrap()).unwrap();
    }
    fs::rename(&aside, &note).unwrap();
    which
}

#[test]
fn a_build_killed_at_any_moment_leaves_one_whole_site_and_the_next_build_clears_up() {
    stop_at_random_moments(Signal::KILL, 60);
}

/// The command of a program that hears Ctrl-C, even where the tests themselves were started deaf to it, as shells start what runs in the background.
fn interruptible(program: &Path) -> Command {
    if !cfg!(target_os = "linux") {
        return Command::new(program);
    }
    let mut command = Command::new("env");
    command.arg("--default-signal=INT").arg(program);
    command
}

#[test]
fn a_build_interrupted_from_the_keyboard_leaves_one_whole_site() {
    stop_at_random_moments(Signal::INT, 12);
}

#[test]
fn a_build_asked_to_end_leaves_one_whole_site() {
    stop_at_random_moments(Signal::TERM, 12);
}

#[test]
fn a_first_build_killed_at_any_moment_leaves_no_site_or_a_whole_one() {
    for round in 0..20_u64 {
        let project = Project::new();
        let mut build =
            Command::new(write_sites()).arg(project.output()).args([&PAGES.to_string(), "A"]).stdout(Stdio::null()).spawn().unwrap();
        thread::sleep(Duration::from_millis(3 + round * 2));
        build.kill().unwrap();
        build.wait().unwrap();
        if project.output().exists() {
            assert_eq!(project.which_site(PAGES), 'A');
        }
        project.write(site('B', PAGES)).unwrap();
        assert_eq!(project.which_site(PAGES), 'B');
        project.assert_no_leftovers();
    }
}
