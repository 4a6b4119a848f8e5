export const adminTestimonialFields = [
  "*",
  "product.id",
  "product.title",
  "product.thumbnail",
  "customer.id",
  "customer.email",
  "customer.first_name",
  "customer.last_name",
]
