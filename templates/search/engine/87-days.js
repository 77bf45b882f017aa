/* Days of results, as lists have them: core/dates/labels.py. */

/* What days are called among results: with their years where one is of another year than the newest notes. */
function dayNames(found, newest, forms) {
  const thisYear = new Date(Date.UTC(1899, 11, 31) + newest * A_DAY).getUTCFullYear();
  const dated = found.some(function (one) { return one.day && Number(one.day.slice(0, 4)) !== thisYear; });
  return function (written) {
    const parts = written.split("-").map(Number), year = parts[0], month = parts[1], day = parts[2];
    const weekday = forms.weekdays[(new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7];
    const told = { year: year, month: month, day: day, weekday: weekday, name: forms.months[month - 1] };
    return (dated ? forms.dated : forms.day).replace(/\{(\w+)\}/g, function (whole, name) { return told[name]; });
  };
}
