"""`massar`: without a command, the app; else one of its commands. Nothing heavy is imported here."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from massar_desktop.commands.offices import CommandFailed


def main(arguments: Sequence[str] | None = None) -> int:
    """Parse the arguments and run; gives the exit status."""
    options = _parser().parse_args(arguments)
    try:
        return _run(options)
    except CommandFailed as failed:
        sys.stderr.write(f"massar: {failed}\n")
        return 2


def _run(options: argparse.Namespace) -> int:
    command: str | None = options.command
    if command is None:
        from massar_desktop.app import run

        return run(options.folder)
    if command == "demo":
        return _demo(options)
    if command == "import":
        from massar_desktop.commands.import_list import import_list

        return import_list(
            options.file,
            dry_run=options.dry_run,
            as_json=options.json,
            folder=options.folder,
            bad_rows=options.bad_rows,
        )
    if command == "practice":
        from massar_desktop.background.new_office import PracticeWish
        from massar_desktop.commands.practice import practice

        wish = PracticeWish(people=options.people, histories=options.histories, seed=options.seed, today=options.today)
        return practice(wish, options.folder)
    if command == "office-agent":
        from massar_desktop.commands.office_agent import serve

        return serve(options.office, options.notes)
    if command == "typesetter":
        from massar_desktop.documents.typesetter import main as set_papers

        return set_papers()
    from massar_desktop.commands.rescue import enrol, rescue

    if command == "enrol":
        return enrol(options.centre, options.code, folder=options.folder)
    return rescue(options.out, folder=options.folder, code_file=options.code_file)


def _demo(options: argparse.Namespace) -> int:
    if options.centre or options.desktop:
        from massar_desktop.commands.demo_desktop import demo_desktop, switch_centre

        if options.centre:
            return switch_centre(options.folder or _DEMO_FOLDER, options.centre)
        return demo_desktop(options.folder or _DEMO_FOLDER, options.office)
    from massar_desktop.commands.demo import demo

    return demo(as_json=options.json, out=options.out, people=options.people)


_DEMO_FOLDER = Path("build/demo")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="massar", description="Massar Desktop (مسير المكتب)")
    parser.add_argument("--folder", type=Path, help="folder of the office; default: this computer's")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    _office_commands(commands)
    demo = commands.add_parser("demo", help="the whole trip: a centre and two offices")
    demo.add_argument("--json", action="store_true", help="print the summary as JSON only")
    demo.add_argument("--out", type=Path, metavar="DIR", help="keep saves, verdicts and all rows there")
    demo.add_argument("--people", type=int, default=400, help="people of the practice province")
    demo.add_argument("--desktop", action="store_true", help="open the app on a demonstration province instead")
    demo.add_argument("--office", type=int, default=1, metavar="N", help="with --desktop: which office")
    demo.add_argument("--centre", choices=("stop", "start"), help="stop or start the demonstration centre")
    return parser


def _office_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    folder = argparse.ArgumentParser(add_help=False)
    folder.add_argument("--folder", type=Path, default=argparse.SUPPRESS, help="folder of the office")
    listed = commands.add_parser("import", parents=[folder], help="import a staff list (.xlsx .xls .ods .csv)")
    listed.add_argument("file", type=Path)
    listed.add_argument("--dry-run", action="store_true", help="only say what would be imported")
    listed.add_argument("--json", action="store_true")
    listed.add_argument("--bad-rows", type=Path, metavar="XLSX", help="write the bad rows there with their reasons")
    practice = commands.add_parser("practice", parents=[folder], help="make a practice province of invented people")
    practice.add_argument("--people", type=int, default=5000)
    practice.add_argument(
        "--histories", type=int, default=20, metavar="N", help="so many of 100 people have some ten acts (default 20)"
    )
    practice.add_argument("--seed", type=int, default=1)
    practice.add_argument("--today", help="ISO day of the data; default today")
    enrol = commands.add_parser("enrol", parents=[folder], help="make this computer an office of a centre")
    enrol.add_argument("--centre", required=True, metavar="ADDRESS")
    enrol.add_argument("--code", required=True, help="the one-time code")
    rescue = commands.add_parser("rescue", parents=[folder], help="get unsent work out with the recovery code")
    rescue.add_argument("out", type=Path, help="the rescue file to write")
    rescue.add_argument("--code-file", type=Path, help="file holding the recovery code; else it is asked for")
    agent = commands.add_parser("office-agent", help="drive one office by JSON lines (for demonstrations and tests)")
    agent.add_argument("office", type=Path)
    agent.add_argument("notes", type=Path)
    commands.add_parser("typesetter", help="set papers for the app that starts it (documents/typesetter.py)")


if __name__ == "__main__":
    sys.exit(main())
