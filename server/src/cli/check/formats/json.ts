// For scripts. What is here keeps its name and meaning; more may come.
import { count, type Report } from '../report';

export function json(report: Report): string {
  const files = report.files.map(({ path, problems }) => ({
    path,
    problems: problems.map(({ rule, severity, message, start, end, location, aws, fixes, related }) => ({
      code: rule.code,
      severity,
      message,
      start,
      end,
      ...(location !== undefined && { location }),
      ...(aws && { aws }),
      ...(fixes.length > 0 && { fixes }),
      ...(related.length > 0 && { related }),
      source: rule.docs.source,
    })),
  }));
  return `${JSON.stringify({ files, troubles: report.troubles, counts: count(report) }, undefined, 2)}\n`;
}
