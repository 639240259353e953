package import Basics

/// Every open-web finding about a site, one for each cause, sorted by place.
///
/// `baseURL` is the address the site will have (`https://insights.example/reports/`); absolute
/// links below it count as the site's own. Nil: no absolute link does.
package func checkSite(
  _ site: BuiltSite, baseURL: String? = nil, rules: [OpenWebRule] = OpenWebRule.all
) -> [Diagnostic] {
  []
}
