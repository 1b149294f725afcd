use std::fs;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use dateline::site::{Staging, WriteError};

use crate::sites::{file, site};
use crate::support::{Project, write_sites};

#[test]
fn two_programs_that_write_at_once_never_mix() {
    let project = Project::new();
    let start = |which: &str| Command::new(write_sites()).arg(project.output()).args(["60", which]).stdout(Stdio::null()).spawn().unwrap();
    for _ in 0..5 {
        let mut builds: Vec<_> = ["A", "B", "A", "B"].into_iter().map(start).collect();
        for build in &mut builds {
            assert!(build.wait().unwrap().success());
        }
        project.which_site(60);
        project.assert_no_leftovers();
    }
}

#[test]
fn two_threads_that_write_at_once_never_mix() {
    let project = Project::new();
    thread::scope(|scope| {
        for which in ['A', 'B', 'A', 'B'] {
            let project = &project;
            scope.spawn(move || (0..5).for_each(|_| assert!(project.write(site(which, 20)).is_ok())));
        }
    });
    project.which_site(20);
    project.assert_no_leftovers();
}

#[test]
fn a_second_build_waits_for_the_first() {
    let project = Project::new();
    let staging = Staging::begin(&project.open().unwrap(), false).unwrap();
    thread::scope(|scope| {
        let second = scope.spawn(|| project.write_texts(&[("second.html", "2")]));
        thread::sleep(Duration::from_millis(300));
        assert!(!second.is_finished());
        let placed = staging.place(file("first.html", "1".into())).unwrap();
        staging.publish(vec![placed]).unwrap();
        assert_eq!(second.join().unwrap().unwrap().removed, 1);
    });
    assert_eq!(project.standing().into_keys().collect::<Vec<_>>(), ["second.html"]);
    project.assert_no_leftovers();
}

#[test]
fn a_second_build_that_waits_too_long_says_who_holds_the_lock() {
    let project = Project::new();
    project.write_texts(&[("a", "1")]).unwrap();
    let _held = Staging::begin(&project.open().unwrap(), false).unwrap();
    let start = Instant::now();
    let error = project.write_texts(&[("a", "2")]).unwrap_err();
    assert!(start.elapsed() < Duration::from_secs(30));
    assert!(matches!(&error, WriteError::Busy { holder: Some(pid), .. } if *pid == std::process::id()), "{error}");
    assert!(error.to_string().contains(&format!("(process {})", std::process::id())), "{error}");
    assert_eq!(project.read("a"), "1");
}

#[test]
fn the_lock_file_of_a_killed_build_holds_nothing_up() {
    let project = Project::new();
    fs::write(project.root.join(".site.lock"), "a Dateline build is writing here: process 1\n").unwrap();
    project.write_texts(&[("a", "1")]).unwrap();
    fs::write(project.root.join(".site.lock"), "").unwrap();
    project.write_texts(&[("a", "2")]).unwrap();
    project.assert_no_leftovers();
}
