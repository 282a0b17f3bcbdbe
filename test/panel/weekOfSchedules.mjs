const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A week as the server gives it, from a moment on: schedules that start together, too often, and not at all. */
export function weekOfSchedules(from) {
  const begin = Date.parse(from);
  const daily = (hour, minute = 0) =>
    Array.from({ length: 9 }, (_, day) => begin + day * DAY + hour * HOUR + minute * 60_000);
  const place = (file, line) => ({ uri: `file:///work/${file}`, file, line, character: 6 });
  const common = { zone: 'UTC', clockChanges: [], runner: 'Rule of an event bus' };
  return {
    from,
    days: 9,
    schedules: [
      {
        ...common,
        name: 'NightlyOrders',
        starts: 'OrdersMachine',
        written: 'cron(0 0 * * ? *)',
        meaning: 'At 00:00 (UTC) every day',
        place: place('infra/template.yaml', 41),
        firings: daily(0),
      },
      {
        ...common,
        name: 'customers_full_load',
        runner: 'Airflow',
        written: '@daily',
        meaning: 'At 00:00 (UTC) every day',
        place: place('dags/customers.py', 11),
        firings: daily(0),
      },
      {
        ...common,
        name: 'invoices',
        starts: 'InvoicesWorkflow',
        runner: 'Glue',
        written: 'cron(0 0 ? * MON-FRI *)',
        meaning: 'At 00:00 (UTC) on Monday to Friday',
        place: place('infra/glue.tf', 120),
        firings: daily(0).filter((time) => ![0, 6].includes(new Date(time).getUTCDay())),
      },
      {
        ...common,
        name: 'ReportForTheOfficeInLosAngeles',
        starts: 'WeeklyReport',
        runner: 'EventBridge Scheduler',
        zone: 'America/Los_Angeles',
        written: 'cron(30 2 ? * SUN *)',
        meaning: 'At 02:30 (America/Los_Angeles) on Sunday',
        place: place('infra/template.yaml', 77),
        firings: [begin + 7 * DAY + 10.5 * HOUR],
        clockChanges: ['2027-03-14 at 02:30 does not exist in America/Los_Angeles: it does not fire.'],
      },
      {
        ...common,
        name: 'hourly_check',
        written: 'cron(15 * * * ? *)',
        meaning: 'At minute 15 of the hour',
        place: place('serverless.yml', 30),
        firings: Array.from({ length: 9 * 24 }, (_, hour) => begin + hour * HOUR + 15 * 60_000),
      },
      {
        ...common,
        name: 'poll',
        written: 'rate(5 minutes)',
        meaning: 'Every 5 minutes',
        place: place('serverless.yml', 38),
        firings: [],
        note: 'Counts from the moment at which it is made, which no file says.',
      },
    ],
  };
}
