internal import Basics
internal import LinkDirectory
internal import OpenData

/// What authors wrote, as tables.
extension OpenTables {
  var insights: OpenTable {
    let insights = plan.insights
    return OpenTable(
      name: "insights", doc: "The findings.",
      columns: [
        OpenColumn("insight", .text, "Its id."), OpenColumn("title", .text, "The claim."),
        OpenColumn("summary", .text, "What it says in a sentence or two."),
        OpenColumn("date", .text, "The day it was published."),
        OpenColumn("author", .text, "The role of who wrote it."),
        OpenColumn("page", .text, "Its page, from the site's root."),
      ]
    ) { rows in
      for insight in insights {
        rows.text(open(insight.addressName))
        rows.text(open(insight.head.title))
        rows.text(open(insight.head.summary))
        rows.text(open(insight.fields.date.description))
        rows.text(open(insight.fields.author))
        rows.text(open(publicPath(SiteRoutes.insight(insight.addressName))))
        rows.endRow()
      }
    }
  }

  var insightCommunities: OpenTable {
    pairs(
      "insight_communities", "Which finding is about which community.", "insight",
      plan.insights.map { ($0.addressName, $0.fields.communities) })
  }

  var campaigns: OpenTable {
    let campaigns = plan.content.campaigns
    return OpenTable(
      name: "campaigns", doc: "Campaigns and events.",
      columns: [
        OpenColumn("campaign", .text, "Its id."), OpenColumn("title", .text, "Its name."),
        OpenColumn("summary", .text, "What it was."),
        OpenColumn("first_day", .text, "The day, or the first day."),
        OpenColumn("last_day", .text, "The last day of a campaign; events have none."),
        OpenColumn("aim", .text, "What it was to achieve."),
        OpenColumn("link", .text, "Where more is told."),
      ]
    ) { rows in
      for campaign in campaigns {
        rows.text(open(campaign.slug))
        rows.text(open(campaign.head.title))
        rows.text(open(campaign.head.summary))
        rows.text(open(campaign.fields.from.description))
        rows.text(open(campaign.fields.to?.description))
        rows.text(open(campaign.fields.aim))
        rows.text(open(campaign.fields.link?.text))
        rows.endRow()
      }
    }
  }

  var campaignCommunities: OpenTable {
    pairs(
      "campaign_communities", "Which campaign was felt where.", "campaign",
      plan.content.campaigns.map { ($0.slug, $0.fields.communities) })
  }

  var criticism: OpenTable {
    let criticism = plan.content.criticism
    return OpenTable(
      name: "criticism", doc: "What people hold against us, and what became of it.",
      columns: [
        OpenColumn("number", .integer, "Its number in the ledger."),
        OpenColumn("title", .text, "The criticism."),
        OpenColumn("summary", .text, "What it is about."),
        OpenColumn("raised", .text, "The day it was first raised."),
        OpenColumn("status", .text, "`heard`, `explained`, `changed` or `declined`."),
        OpenColumn("since", .text, "The day it got this status."),
        OpenColumn("answer", .text, "What we said to it."),
        OpenColumn("reason", .text, "Why it was declined."),
        OpenColumn("reaction", .text, "What the community said to that."),
        OpenColumn("link", .text, "Where the change or the reasons can be seen."),
      ]
    ) { rows in
      for entry in criticism {
        rows.integer(entry.fields.number.value)
        rows.text(open(entry.head.title))
        rows.text(open(entry.head.summary))
        rows.text(open(entry.fields.raised.description))
        rows.text(open(entry.fields.status.rawValue))
        rows.text(open(entry.fields.since?.description))
        rows.text(open(entry.fields.answer))
        rows.text(open(entry.fields.reason))
        rows.text(open(entry.fields.reaction))
        rows.text(open(entry.fields.link?.text))
        rows.endRow()
      }
    }
  }

  var media: OpenTable {
    let media = plan.content.media
    return OpenTable(
      name: "media", doc: "What was found or shared, and which of the five kinds of media it is.",
      columns: [
        OpenColumn("asset", .text, "Its id."), OpenColumn("title", .text, "Its name."),
        OpenColumn("summary", .text, "What it is."), OpenColumn("address", .text, "Where it is."),
        OpenColumn("ownership", .text, "Which of the five kinds."),
        OpenColumn("sponsor", .text, "Who paid, where somebody did."),
      ]
    ) { rows in
      for asset in media {
        rows.text(open(asset.slug))
        rows.text(open(asset.head.title))
        rows.text(open(asset.head.summary))
        rows.text(open(asset.fields.address?.value.text))
        rows.text(open(asset.fields.ownership.rawValue))
        rows.text(open(asset.fields.sponsor))
        rows.endRow()
      }
    }
  }

  /// Who wants to be linked; empty for a site without a directory.
  var links: OpenTable {
    let places = plan.directory?.places ?? []
    return OpenTable(
      name: "links", doc: "The communities that want to be linked.",
      columns: [
        OpenColumn("id", .text, "Its random id."),
        OpenColumn("name", .text, "Its name, if allowed."),
        OpenColumn("address", .text, "Where it is."),
        OpenColumn("given", .text, "The day it said yes."),
        OpenColumn("asked_again", .text, "The day by which it is asked again, or goes."),
      ]
    ) { rows in
      for place in places {
        rows.text(open(place.entry.id))
        rows.text(open(place.entry.name))
        rows.text(open(place.entry.link.address.text))
        rows.text(open(place.entry.since.day.description))
        rows.text(open(place.entry.ends.day.description))
        rows.endRow()
      }
    }
  }

  /// Which entry names which published communities.
  private func pairs(
    _ name: String, _ doc: String, _ left: String, _ entries: [(String, [Placed<String>])]
  ) -> OpenTable {
    let slugs = Dictionary(
      plan.communities.map { ($0.fileName, $0.slug) }, uniquingKeysWith: { first, _ in first })
    return OpenTable(
      name: name, doc: doc,
      columns: [
        OpenColumn(left, .text, "Its id."), OpenColumn("community", .text, "The community's id."),
      ]
    ) { rows in
      for (entry, communities) in entries {
        for slug in communities.compactMap({ slugs[$0.value] }) {
          rows.text(open(entry))
          rows.text(open(slug))
          rows.endRow()
        }
      }
    }
  }
}
