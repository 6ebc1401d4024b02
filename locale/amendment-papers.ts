/** Words of the plan's amendment, beside those of its template. Approvals bind them. */
export const amendmentWords = {
  unknown: 'chưa xác định',
  none: 'không có',
  fields: {
    title: 'Tên nhiệm vụ',
    product: 'Sản phẩm',
    leadUnitId: 'Đơn vị chủ trì',
    coordinatingUnitIds: 'Đơn vị phối hợp',
    name: 'Tên chỉ tiêu',
    unit: 'Đơn vị tính',
    baseline: 'Hiện trạng (năm trước)',
    target: 'Chỉ tiêu năm',
    'quarterTargets.Q1': 'Chỉ tiêu Quý I',
    'quarterTargets.Q2': 'Chỉ tiêu Quý II',
    'quarterTargets.Q3': 'Chỉ tiêu Quý III',
    'quarterTargets.Q4': 'Chỉ tiêu Quý IV',
  },
} as const;

/** What a field of a task or indicator is called on paper; null where there is no such field. */
export const amendedFieldName = (field: string): string | null =>
  Object.entries(amendmentWords.fields).find(([key]) => key === field)?.[1] ?? null;
