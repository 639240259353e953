internal import LinkDirectory
internal import Measures
internal import OpenData

/// What conversations are read for, as tables.
extension OpenTables {
  var jobs: OpenTable {
    let jobs = plan.content.jobs
    return OpenTable(
      name: "jobs", doc: "What people want to get done.",
      columns: [
        OpenColumn("job", .text, "Its id; its cut in `measurements` is `job=` with it."),
        OpenColumn("title", .text, "The job in a member's words."),
        OpenColumn("summary", .text, "When it arises and what for."),
        OpenColumn("struggle", .text, "What makes it hard."),
        OpenColumn("workaround", .text, "What people do today instead."),
        OpenColumn("page", .text, "Where it is told of, from the site's root."),
      ]
    ) { rows in
      for job in jobs {
        rows.text(open(job.slug))
        rows.text(open(job.head.title))
        rows.text(open(job.head.summary))
        rows.text(open(job.fields.struggle))
        rows.text(open(job.fields.workaround))
        rows.text(open(publicPath(SiteRoutes.ledger(.jobs)) + "#" + Ledger.anchor(of: job)))
        rows.endRow()
      }
    }
  }

  var codes: OpenTable {
    let codes = plan.measureSettings.inputs.codex.codes
    return OpenTable(
      name: "codes", doc: "What posts are read for.",
      columns: [
        OpenColumn("code", .text, "Its id; its cut in `measurements` is `code=` with it."),
        OpenColumn("title", .text, "Its name."),
        OpenColumn("meaning", .text, "When a post bears it."),
      ]
    ) { rows in
      for code in codes {
        rows.text(open(code.id))
        rows.text(open(code.title.isEmpty ? code.id : code.title))
        rows.text(open(code.meaning.isEmpty ? nil : code.meaning))
        rows.endRow()
      }
    }
  }
}
